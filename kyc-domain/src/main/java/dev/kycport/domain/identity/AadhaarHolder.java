package dev.kycport.domain.identity;

import java.util.List;
import java.util.Optional;

/**
 * The person whom a signed document describes.
 *
 * @param name the full name as UIDAI has it
 * @param address the parts that the document has
 * @param photo the portrait; empty if its format is not known
 * @param number the last four digits of the Aadhaar number
 */
public record AadhaarHolder(
        String name, BirthDate birthDate, Gender gender, Address address, Optional<Photo> photo, MaskedNumber number) {

    /** The same person as a verified identity. */
    public VerifiedIdentity verified(Assurance assurance) {
        return new VerifiedIdentity(name, birthDate, gender, address, photo, Optional.of(number), List.of(), assurance);
    }

    @Override
    public String toString() {
        return "AadhaarHolder[" + number + "]";
    }
}
