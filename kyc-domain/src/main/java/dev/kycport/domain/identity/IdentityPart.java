package dev.kycport.domain.identity;

import java.util.Set;
import java.util.stream.Collectors;

/** The optional parts of an identity that an adapter leaves out if a provider sends them in an unexpected form. */
public enum IdentityPart {
    ADDRESS("address"),
    PHOTO("photo"),
    NUMBER("number"),
    DOCUMENT("document");

    private final String code;

    IdentityPart(String code) {
        this.code = code;
    }

    /** The stable name, for the audit trail. */
    public String code() {
        return code;
    }

    /** The codes of these parts in alphabetical order, separated by commas. */
    public static String codes(Set<IdentityPart> parts) {
        return parts.stream().map(IdentityPart::code).sorted().collect(Collectors.joining(","));
    }
}
