package dev.kycport.domain.identity;

import java.util.List;
import java.util.Optional;

/**
 * The person that a provider confirmed, reduced to what a host may keep: no number, no share code, no raw document
 * links. Prints only the masked number and the assurance, because it passes through logs like any other value.
 *
 * @param name the full name as UIDAI has it
 * @param photo the portrait, if the provider returned one
 * @param address empty if only other documents were shared
 * @param number masked; empty if the Aadhaar itself was not shared
 * @param documents what the person shared in DigiLocker; empty in the OTP flows
 * @param assurance how, by which provider and when
 */
public record VerifiedIdentity(
        String name,
        BirthDate birthDate,
        Gender gender,
        Address address,
        Optional<Photo> photo,
        Optional<MaskedNumber> number,
        List<IssuedDocument> documents,
        Assurance assurance) {

    public VerifiedIdentity {
        documents = List.copyOf(documents);
    }

    @Override
    public String toString() {
        return "VerifiedIdentity[" + number.map(MaskedNumber::toString).orElse("no number") + ", " + assurance + "]";
    }
}
