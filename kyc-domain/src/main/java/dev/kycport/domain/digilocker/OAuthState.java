package dev.kycport.domain.digilocker;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * The value that ties a return to the session that sent the person to DigiLocker (OAuth 2.0, section 10.12); 1 to 512
 * characters.
 */
public record OAuthState(String value) {

    public OAuthState {
        if (value.isBlank() || value.length() > 512) {
            throw new IllegalArgumentException("a state has 1 to 512 characters");
        }
    }

    /**
     * Whether both are the same, compared in constant time. Blanks around the returned state do not count, and a blank in it
     * may be a plus sign that came back unencoded.
     */
    public boolean matches(String returned) {
        boolean exact = isEqual(returned);
        boolean stripped = isEqual(returned.strip());
        boolean decodedPlus = isEqual(returned.replace(' ', '+'));
        return exact || stripped || decodedPlus;
    }

    private boolean isEqual(String returned) {
        return MessageDigest.isEqual(value.getBytes(StandardCharsets.UTF_8), returned.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "OAuthState[hidden]";
    }
}
