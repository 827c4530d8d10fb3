package dev.kycport.domain.digilocker;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** The value that ties a return to the session that sent the person away (OAuth 2.0, section 10.12). */
public record OAuthState(String value) {

    public OAuthState {
        if (value.isBlank() || value.length() > 512) {
            throw new IllegalArgumentException("a state has 1 to 512 characters");
        }
    }

    /** Whether both are the same, in a time that does not tell how much of them is. */
    public boolean matches(String returned) {
        return MessageDigest.isEqual(value.getBytes(StandardCharsets.UTF_8), returned.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "AuthorizationState[hidden]";
    }
}
