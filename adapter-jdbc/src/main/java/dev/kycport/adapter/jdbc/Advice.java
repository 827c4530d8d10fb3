package dev.kycport.adapter.jdbc;

/** What several messages end with. */
final class Advice {

    static final String MAKE_KEYS = "Make a key file with: kyc keys new FILE";

    private Advice() {}
}
