package dev.kycport.adapter.jdbc;

import dev.kycport.tck.Sample;
import java.time.Duration;
import java.util.List;

/** Five thousand sessions that are over, with their trails and chains, and as many pending codes; on either database. */
final class Rows5000 {

    private static final long OPENED = Rows.micros(Sample.NOW.minus(Duration.ofDays(700)));
    private static final long APART = Duration.ofHours(1).toNanos() / 1000;
    private static final String NUMBERS =
            " WITH RECURSIVE numbers(n) AS (SELECT 100000 UNION ALL SELECT n + 1 FROM numbers"
                    + " WHERE n < 104999), parts(part) AS (SELECT 0 UNION ALL SELECT part + 1 FROM parts WHERE part < %d)";
    private static final String AT = OPENED + " + (n - 100000) * " + APART;

    /** Those that make them, and let the database look at them. */
    static final List<String> STATEMENTS = List.of(
            "INSERT INTO kyc_session (id, subject, consent, provider, state, revision, opened_at, snapshot)"
                    + NUMBERS.formatted(0)
                    + " SELECT 'sessionsessions-' || n, 'customer-' || n, 'consentconsents-' || n,"
                    + " 'fake', 'ended', 7, " + AT + ", '{\"padding\":\"' || " + padding() + " || '\"}' FROM numbers",
            "INSERT INTO kyc_audit (session, at, kind, entry)" + NUMBERS.formatted(4)
                    + " SELECT 'sessionsessions-' || n, " + AT + ", 'step', " + padding() + " FROM numbers, parts",
            "INSERT INTO kyc_consent_event (consent, position, subject, at, kind, event, hash)" + NUMBERS.formatted(2)
                    + " SELECT 'consentconsents-' || n, part, CASE WHEN part = 0 THEN 'customer-' || n END, " + AT
                    + ", 'given', " + padding() + ", 'hash' FROM numbers, parts",
            "INSERT INTO kyc_pending_code (hash, session, free_at)" + NUMBERS.formatted(0)
                    + " SELECT 'hash-' || n, 'sessionsessions-' || n, " + AT + " + "
                    + Duration.ofDays(9999).toNanos() / 1000
                    + " FROM numbers",
            "ANALYZE");

    private Rows5000() {}

    private static String padding() {
        return "'" + "x".repeat(300) + "'";
    }
}
