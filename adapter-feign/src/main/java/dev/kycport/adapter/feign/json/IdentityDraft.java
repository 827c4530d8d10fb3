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
 * A person out of a reply.
 *
 * @param holder the particulars without which a reply identifies nobody
 */
public record IdentityDraft(DocumentHolder holder) {

    /** From the texts in a reply, or what is odd about them. */
    public static Either<UnintelligibleReason, IdentityDraft> parse(
            Optional<String> name, Optional<String> birthDate, Optional<String> gender) {
        return RequiredFields.text(name)
                .flatMap(known -> RequiredFields.parse(birthDate, IdentityFieldParsers::parseBirthDate)
                        .flatMap(born -> RequiredFields.parse(gender, IdentityFieldParsers::parseGender)
                                .map(letter -> new IdentityDraft(new DocumentHolder(known, born, letter)))));
    }

    /**
     * With all else that may be kept, where it is given and of a known form.
     *
     * @param number masked or not; the last four digits are taken
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
