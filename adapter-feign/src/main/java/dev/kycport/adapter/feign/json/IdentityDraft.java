package dev.kycport.adapter.feign.json;

import dev.kycport.domain.Bytes;
import dev.kycport.domain.failure.UnintelligibleReason;
import dev.kycport.domain.identity.Address;
import dev.kycport.domain.identity.Assurance;
import dev.kycport.domain.identity.BirthDate;
import dev.kycport.domain.identity.DocumentHolder;
import dev.kycport.domain.identity.IdentityPart;
import dev.kycport.domain.identity.IssuedDocument;
import dev.kycport.domain.identity.MaskedNumber;
import dev.kycport.domain.identity.Photo;
import dev.kycport.domain.identity.VerifiedIdentity;
import dev.kycport.ports.gateway.CodeVerdict;
import io.vavr.control.Either;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * An identity as it is read from a reply. Name, date of birth and gender are required. An optional part in an unexpected
 * form is left out and listed in {@link #leftOut}.
 *
 * @param holder the required fields
 * @param leftOut the optional parts that could not be read
 */
public record IdentityDraft(
        DocumentHolder holder,
        Address address,
        Optional<Photo> photo,
        Optional<MaskedNumber> number,
        List<IssuedDocument> documents,
        Set<IdentityPart> leftOut) {

    /** A draft of the required fields alone. */
    public IdentityDraft(DocumentHolder holder) {
        this(holder, Address.UNKNOWN, Optional.empty(), Optional.empty(), List.of(), Set.of());
    }

    /** Parses the required fields; Left if one is missing, malformed or a placeholder. */
    public static Either<UnintelligibleReason, IdentityDraft> parse(
            Optional<String> name,
            Optional<String> birthDate,
            Optional<String> gender,
            Function<String, Optional<BirthDate>> birthDateParser) {
        return RequiredFields.parse(name, IdentityFieldParsers::parseName)
                .flatMap(known -> RequiredFields.parse(birthDate, birthDateParser)
                        .flatMap(born -> RequiredFields.parse(gender, IdentityFieldParsers::parseGender)
                                .map(letter -> new IdentityDraft(new DocumentHolder(known, born, letter)))));
    }

    /** Adds the address. */
    public IdentityDraft withAddress(OptionalPart<Address> part) {
        return new IdentityDraft(
                holder,
                part.value().orElse(address),
                photo,
                number,
                documents,
                noting(IdentityPart.ADDRESS, part.isUnreadable()));
    }

    /** Adds the photo; it must be a complete image. */
    public IdentityDraft withPhoto(OptionalPart<Bytes> part) {
        OptionalPart<Photo> image = part.parse(IdentityFieldParsers::toPhoto);
        return new IdentityDraft(
                holder, address, image.value(), number, documents, noting(IdentityPart.PHOTO, image.isUnreadable()));
    }

    /** Adds the Aadhaar number, masked or not; only the last four digits are kept. */
    public IdentityDraft withNumber(OptionalPart<String> part) {
        OptionalPart<MaskedNumber> masked = part.parse(IdentityFieldParsers::parseMaskedAadhaar);
        return new IdentityDraft(
                holder, address, photo, masked.value(), documents, noting(IdentityPart.NUMBER, masked.isUnreadable()));
    }

    /** Adds a document. */
    public IdentityDraft withDocument(OptionalPart<IssuedDocument> part) {
        return new IdentityDraft(
                holder,
                address,
                photo,
                number,
                Stream.concat(documents.stream(), part.value().stream()).toList(),
                noting(IdentityPart.DOCUMENT, part.isUnreadable()));
    }

    /** The identity with this assurance. */
    public VerifiedIdentity toIdentity(Assurance assurance) {
        return new VerifiedIdentity(
                holder.name(), holder.birthDate(), holder.gender(), address, photo, number, documents, assurance);
    }

    /**
     * The verdict that the code is right and this is the person.
     *
     * @param assurance how the identity was verified: flow, provider, and the instant by the clock handed in
     */
    public CodeVerdict toRightCode(Assurance assurance) {
        return new CodeVerdict.RightCode(toIdentity(assurance), leftOut);
    }

    private Set<IdentityPart> noting(IdentityPart part, boolean isLeftOut) {
        Set<IdentityPart> parts = EnumSet.noneOf(IdentityPart.class);
        parts.addAll(leftOut);
        if (isLeftOut) {
            parts.add(part);
        }
        return Set.copyOf(parts);
    }
}
