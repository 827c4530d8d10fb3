package dev.kycport.domain.identity;

/**
 * Whose documents they are: as much of a person as no identity can do without.
 *
 * @param name the full name
 * @param birthDate when they were born
 * @param gender as UIDAI records it
 */
public record Holder(String name, BirthDate birthDate, Gender gender) {

    @Override
    public String toString() {
        return "Holder[hidden]";
    }
}
