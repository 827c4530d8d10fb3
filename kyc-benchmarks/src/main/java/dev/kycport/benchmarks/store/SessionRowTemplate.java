package dev.kycport.benchmarks.store;

import dev.kycport.domain.SessionId;
import dev.kycport.domain.consent.ConsentId;
import dev.kycport.ports.store.StepWrites;
import dev.kycport.ports.store.Stores;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import javax.sql.DataSource;

/**
 * The statements that write one session, with the values that the stores wrote. {@link PlainJdbcBaseline} runs them again under
 * other ids.
 *
 * @param transactions the statements of each transaction
 */
record SessionRowTemplate(String session, String consent, List<List<Update>> transactions) {

    /** A statement and its parameters; empty for null. */
    record Update(String sql, List<Optional<Object>> parameters) {}

    private static final String INSERT_CONSENT_EVENT =
            "INSERT INTO kyc_consent_event (consent, position, subject, at, kind, event, hash)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?)";
    private static final String INSERT_SESSION =
            "INSERT INTO kyc_session (id, subject, consent, provider, state, revision, opened_at, due_at, snapshot, identity)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String UPDATE_SESSION =
            "UPDATE kyc_session SET provider = ?, state = ?, revision = ?, due_at = ?, snapshot = ?, identity = ?"
                    + " WHERE id = ? AND revision = ?";
    private static final String INSERT_AUDIT_ENTRY =
            "INSERT INTO kyc_audit (session, at, kind, entry) VALUES (?, ?, ?, ?)";

    private static final String CONSENT_EVENT = "SELECT consent, position, subject, at, kind, event, hash"
            + " FROM kyc_consent_event WHERE consent = ? ORDER BY position DESC LIMIT 1";
    private static final String CREATED_SESSION =
            "SELECT id, subject, consent, provider, state, revision, opened_at, due_at, snapshot, identity"
                    + " FROM kyc_session WHERE id = ?";
    private static final String REPLACED_SESSION = "SELECT provider, state, revision, due_at, snapshot, identity, id,"
            + " revision - 1 FROM kyc_session WHERE id = ?";
    private static final String AUDIT_ENTRY =
            "SELECT session, at, kind, entry FROM kyc_audit WHERE session = ? ORDER BY seq DESC LIMIT 1";

    /** Writes a session through the stores and reads the rows of each write. */
    static SessionRowTemplate capture(Stores stores, DataSource source) throws SQLException {
        byte[] session = new byte[16];
        byte[] consent = new byte[16];
        new Random().nextBytes(session);
        new Random().nextBytes(consent);
        String sessionId = SessionId.of(session).value();
        String consentId = ConsentId.of(consent).value();
        List<List<Update>> transactions = new ArrayList<>();
        for (StepWrites half : new SessionWriteSequence(session, consent, Instant.now()).writes()) {
            stores.steps().store(half).get();
            try (Connection connection = source.getConnection()) {
                List<Update> updates = new ArrayList<>();
                if (half.consent().isPresent()) {
                    updates.add(read(connection, INSERT_CONSENT_EVENT, CONSENT_EVENT, consentId));
                }
                updates.add(
                        half.session().expectedRevision().isEmpty()
                                ? read(connection, INSERT_SESSION, CREATED_SESSION, sessionId)
                                : read(connection, UPDATE_SESSION, REPLACED_SESSION, sessionId));
                updates.add(read(connection, INSERT_AUDIT_ENTRY, AUDIT_ENTRY, sessionId));
                transactions.add(updates);
            }
        }
        return new SessionRowTemplate(sessionId, consentId, transactions);
    }

    private static Update read(Connection connection, String sql, String query, String id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, id);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                List<Optional<Object>> values = new ArrayList<>();
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    values.add(Optional.ofNullable(row.getObject(i)));
                }
                return new Update(sql, values);
            }
        }
    }
}
