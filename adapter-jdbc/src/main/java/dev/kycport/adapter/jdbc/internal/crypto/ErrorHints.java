package dev.kycport.adapter.jdbc.internal.crypto;

/** The end of several error messages. */
final class ErrorHints {

    static final String MAKE_KEYS = "Make a key file with: kyc keys new FILE";

    private ErrorHints() {}
}
