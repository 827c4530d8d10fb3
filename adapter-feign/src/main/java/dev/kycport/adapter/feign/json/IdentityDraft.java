package dev.kycport.adapter.feign.json;

import dev.kycport.domain.Bytes;
import dev.kycport.domain.failure.UnintelligibleReason;
import dev.kycport.domain.identity.Address;
import dev.kycport.domain.identity.Assurance;
import dev.kycport.domain.identity.DocumentHolder;
import dev.kycport.domain.identity.IssuedDocument;
import dev.kycport.domain.identity.VerifiedIdentity;
import io.vavr.control.Either;
import java.util.List;
import java.util.Optional;

/**
 * Name, date of birth and gender of a reply: the required part of a {@link VerifiedIdentity}.
 *
 * @param holder the required fields
 */
public record IdentityDraft(DocumentHolder holder) {

    /** Parses the required fields; Left if one is missing or malformed. */
    public static Either<UnintelligibleReason, IdentityDraft> parse(
            Optional<String> name, Optional<String> birthDate, Optional<String> gender) {
        return RequiredFields.text(name)
                .flatMap(known -> RequiredFields.parse(birthDate, IdentityFieldParsers::parseBirthDate)
                        .flatMap(born -> RequiredFields.parse(gender, IdentityFieldParsers::parseGender)
                                .map(letter -> new IdentityDraft(new DocumentHolder(known, born, letter)))));
    }

    /**
     * Adds the optional fields.
     *
     * @param number the Aadhaar number, masked or not; only the last four digits are kept
     */
    public VerifiedIdentity toIdentity(
            Optional<Address> address,
            Optional<Bytes> photo,
            Optional<String> number,
            List<IssuedDocument> documents,
            Assurance assurance) {
        return new VerifiedIdentity(
                holder.name(),
                holder.birthDate(),
                holder.gender(),
                address.orElse(Address.UNKNOWN),
                photo.flatMap(IdentityFieldParsers::toPhoto),
                number.flatMap(IdentityFieldParsers::parseMaskedAadhaar),
                documents,
                assurance);
    }
}
