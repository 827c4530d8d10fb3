package dev.kycport.benchmarks.store;

import java.util.regex.Pattern;

/** How a database answers a query. */
record Plan(String query, String how) {

    private static final Pattern ON_POSTGRES =
            Pattern.compile("Seq Scan on (kyc_session|kyc_audit|kyc_consent_event)\\b");
    private static final Pattern ON_SQLITE =
            Pattern.compile("SCAN (kyc_session|kyc_audit|kyc_consent_event)(?! USING)");

    /** Whether it reads a table that grows from its first row to its last. */
    boolean readsAll() {
        return ON_POSTGRES.matcher(how).find() || ON_SQLITE.matcher(how).find();
    }
}
