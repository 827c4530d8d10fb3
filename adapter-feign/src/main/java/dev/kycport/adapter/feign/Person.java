package dev.kycport.adapter.feign;

import dev.kycport.domain.Bytes;
import dev.kycport.domain.failure.Oddity;
import dev.kycport.domain.identity.Address;
import dev.kycport.domain.identity.Assurance;
import dev.kycport.domain.identity.Holder;
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
public record Person(Holder holder) {

    /** From the texts in a reply, or what is odd about them. */
    public static Either<Oddity, Person> of(
            Optional<String> name, Optional<String> birthDate, Optional<String> gender) {
        return Required.text(name)
                .flatMap(known -> Required.parsed(birthDate, Particulars::birthDate)
                        .flatMap(born -> Required.parsed(gender, Particulars::gender)
                                .map(letter -> new Person(new Holder(known, born, letter)))));
    }

    /**
     * With all else that may be kept, where it is given and of a known form.
     *
     * @param number masked or not; the last four digits are taken
     */
    public VerifiedIdentity with(
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
                photo.flatMap(Particulars::photo),
                number.flatMap(Particulars::maskedAadhaar),
                documents,
                assurance);
    }
}
