package dev.kycport.adapter.jdbc.internal.crypto;

/** What several messages end with. */
final class ErrorHints {

    static final String MAKE_KEYS = "Make a key file with: kyc keys new FILE";

    private ErrorHints() {}
}
