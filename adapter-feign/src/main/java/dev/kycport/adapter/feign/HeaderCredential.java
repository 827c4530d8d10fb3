package dev.kycport.adapter.feign;

import dev.kycport.ports.spi.Credential;

/**
 * A credential that is sent as a header of every request.
 *
 * @param setting the configuration key of the credential, for error messages
 */
public record HeaderCredential(String header, String setting, Credential value) {

    /** Whether a header can carry this value: visible ASCII characters, without spaces or line breaks. */
    static boolean isValidValue(String value) {
        return !value.isEmpty() && value.chars().allMatch(c -> c > ' ' && c < 127);
    }
}
