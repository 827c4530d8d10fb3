package dev.kycport.domain.identity;

/**
 * The owner of a DigiLocker account: the data that every identity needs.
 *
 * @param name the full name
 * @param birthDate the date of birth
 * @param gender as UIDAI records it
 * @param aadhaarAvailable false if the provider says that it cannot fetch their Aadhaar
 */
public record DocumentHolder(String name, BirthDate birthDate, Gender gender, boolean aadhaarAvailable) {

    /** A holder without information about their Aadhaar. */
    public DocumentHolder(String name, BirthDate birthDate, Gender gender) {
        this(name, birthDate, gender, true);
    }

    /** The same holder, whose Aadhaar cannot be fetched. */
    public DocumentHolder withoutAadhaar() {
        return new DocumentHolder(name, birthDate, gender, false);
    }

    @Override
    public String toString() {
        return "DocumentHolder[hidden]";
    }
}
