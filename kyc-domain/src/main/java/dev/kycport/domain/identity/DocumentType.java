package dev.kycport.domain.identity;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The documents that can be requested from DigiLocker. */
public enum DocumentType {
    AADHAAR("aadhaar"),
    PAN("pan"),
    DRIVING_LICENCE("dl");

    private final String code;

    DocumentType(String code) {
        this.code = code;
    }

    /** The name used on the command line, in reports and by the providers. */
    public String code() {
        return code;
    }

    /** The type with this {@link #code()}, or nothing. */
    public static Optional<DocumentType> fromCode(@Nullable String code) {
        return Arrays.stream(values()).filter(type -> type.code.equals(code)).findFirst();
    }
}
