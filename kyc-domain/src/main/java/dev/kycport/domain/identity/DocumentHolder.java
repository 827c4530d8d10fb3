package dev.kycport.domain.identity;

/**
 * Whose documents they are: as much of a person as no identity can do without.
 *
 * @param name the full name
 * @param birthDate when they were born
 * @param gender as UIDAI records it
 * @param aadhaarAvailable false where the provider says that it cannot fetch their Aadhaar
 */
public record DocumentHolder(String name, BirthDate birthDate, Gender gender, boolean aadhaarAvailable) {

    /** A holder of whose Aadhaar the provider says nothing. */
    public DocumentHolder(String name, BirthDate birthDate, Gender gender) {
        this(name, birthDate, gender, true);
    }

    /** The same, whose Aadhaar cannot be fetched. */
    public DocumentHolder withoutAadhaar() {
        return new DocumentHolder(name, birthDate, gender, false);
    }

    @Override
    public String toString() {
        return "Holder[hidden]";
    }
}
