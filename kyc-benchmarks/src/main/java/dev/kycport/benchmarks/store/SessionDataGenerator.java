package dev.kycport.benchmarks.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/**
 * Fills a database with copies of a finished session, with their own ids and spread over two years. The hash chains of the copies
 * do not verify.
 */
final class SessionDataGenerator {

    private static final int BATCH_SIZE = 50_000;
    private static final long MICROS_APART = Duration.ofDays(730).toNanos() / 1000 / 1_000_000;

    private static final String IDS_ON_POSTGRES = "CREATE TEMPORARY TABLE copy AS SELECT n,"
            + " substr(translate(encode(sha256((n || ' session')::bytea), 'base64'), '+/', '-_'), 1, 22) AS session,"
            + " substr(translate(encode(sha256((n || ' consent')::bytea), 'base64'), '+/', '-_'), 1, 22) AS consent,"
            + " encode(sha256((n || ' hash')::bytea), 'hex') AS hash FROM generate_series(%d::bigint, %d::bigint) n";
    private static final String IDS_ON_SQLITE = "CREATE TEMPORARY TABLE copy AS"
            + " WITH RECURSIVE numbers(n) AS (SELECT %d UNION ALL SELECT n + 1 FROM numbers WHERE n < %d)"
            + " SELECT n, hex(randomblob(11)) AS session, hex(randomblob(11)) AS consent,"
            + " lower(hex(randomblob(32))) AS hash FROM numbers";

    private static final String SESSIONS = "INSERT INTO kyc_session (id, subject, consent, provider, state, revision,"
            + " opened_at, due_at, snapshot, identity)"
            + " SELECT copy.session, 'customer-' || copy.n, copy.consent, s.provider, s.state, s.revision,"
            + " s.opened_at - copy.n * " + MICROS_APART + ", s.due_at,"
            + " replace(replace(s.snapshot, s.id, copy.session), s.consent, copy.consent), s.identity"
            + " FROM kyc_session s, copy WHERE s.id = ?";
    private static final String AUDIT_ENTRIES = "INSERT INTO kyc_audit (session, at, kind, entry)"
            + " SELECT copy.session, a.at - copy.n * " + MICROS_APART + ", a.kind,"
            + " replace(a.entry, a.session, copy.session)"
            + " FROM kyc_audit a, copy WHERE a.session = ? ORDER BY copy.n, a.seq";
    private static final String CONSENT_EVENTS =
            "INSERT INTO kyc_consent_event (consent, position, subject, at, kind, event, hash)"
                    + " SELECT copy.consent, e.position, CASE WHEN e.position = 0 THEN 'customer-' || copy.n END,"
                    + " e.at - copy.n * " + MICROS_APART + ", e.kind,"
                    + " replace(replace(e.event, e.consent, copy.consent), s.id, copy.session), copy.hash"
                    + " FROM kyc_session s JOIN kyc_consent_event e ON e.consent = s.consent, copy WHERE s.id = ?"
                    + " ORDER BY copy.n, e.position";

    private final Connection connection;
    private final boolean sqlite;
    private final String model;

    /** Copies that session. */
    SessionDataGenerator(Connection connection, String model) throws SQLException {
        this.connection = connection;
        this.sqlite = connection.getMetaData().getURL().startsWith("jdbc:sqlite:");
        this.model = model;
    }

    /** Inserts the copies with these numbers. */
    void generate(long from, long until) throws SQLException {
        connection.setAutoCommit(false);
        for (long next = from; next < until; next += BATCH_SIZE) {
            generateBatch(next, Math.min(until, next + BATCH_SIZE) - 1);
        }
        connection.setAutoCommit(true);
    }

    private void generateBatch(long first, long last) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(String.format(sqlite ? IDS_ON_SQLITE : IDS_ON_POSTGRES, first, last));
            execute(SESSIONS);
            execute(AUDIT_ENTRIES);
            execute(CONSENT_EVENTS);
            statement.execute("DROP TABLE copy");
        }
        connection.commit();
    }

    private void execute(String rows) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(rows)) {
            insert.setString(1, model);
            insert.executeUpdate();
        }
    }
}
