package dev.kycport.benchmarks.store;

import dev.kycport.domain.Bytes;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Base64;
import java.util.Random;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The same inserts and updates as the stores, in the same transactions, in plain JDBC. All values are prepared and only the
 * ids are replaced; nothing is hashed, encrypted or serialized.
 */
final class PlainJdbcBaseline implements WriteStrategy {

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

    private final DataSource pool;
    private final SessionRowTemplate model;

    PlainJdbcBaseline(DataSource pool, SessionRowTemplate model) {
        this.pool = pool;
        this.model = model;
    }

    @Override
    public void writeSession(Random random) throws SQLException {
        String session = id(random);
        String consent = id(random);
        for (SessionRowTemplate.Row row : model.rows()) {
            try (Connection connection = pool.getConnection()) {
                if (row instanceof SessionRowTemplate.ConsentEventRow link) {
                    insertConsentEvent(connection, link, session, consent);
                } else if (row instanceof SessionRowTemplate.SessionRow next) {
                    writeSession(connection, next, session, consent);
                }
            }
        }
    }

    private void insertConsentEvent(
            Connection connection, SessionRowTemplate.ConsentEventRow row, String session, String consent)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT_CONSENT_EVENT)) {
            insert.setString(1, consent);
            insert.setInt(2, row.position());
            insert.setString(3, row.subject());
            insert.setLong(4, row.at());
            insert.setString(5, row.kind());
            insert.setString(6, withIds(row.event(), session, consent));
            insert.setString(7, row.hash());
            insert.executeUpdate();
        }
    }

    private void writeSession(Connection connection, SessionRowTemplate.SessionRow row, String session, String consent)
            throws SQLException {
        connection.setAutoCommit(false);
        if (row.revision() == 0) {
            insertSession(connection, row, session, consent);
        } else {
            updateSession(connection, row, session, consent);
        }
        insertAuditEntry(connection, row, session, consent);
        connection.commit();
        connection.setAutoCommit(true);
    }

    private void insertSession(Connection connection, SessionRowTemplate.SessionRow row, String session, String consent)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT_SESSION)) {
            insert.setString(1, session);
            insert.setString(2, withIds(row.subject(), session, consent));
            insert.setString(3, consent);
            insert.setString(4, row.provider());
            insert.setString(5, row.state());
            insert.setLong(6, row.revision());
            insert.setLong(7, row.openedAt());
            insert.setLong(8, row.dueAt());
            insert.setString(9, withIds(row.snapshot(), session, consent));
            insert.setBytes(10, identityBytes(row));
            insert.executeUpdate();
        }
    }

    private void updateSession(Connection connection, SessionRowTemplate.SessionRow row, String session, String consent)
            throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(UPDATE_SESSION)) {
            update.setString(1, row.provider());
            update.setString(2, row.state());
            update.setLong(3, row.revision());
            update.setLong(4, row.dueAt());
            update.setString(5, withIds(row.snapshot(), session, consent));
            update.setBytes(6, identityBytes(row));
            update.setString(7, session);
            update.setLong(8, row.revision() - 1);
            update.executeUpdate();
        }
    }

    private void insertAuditEntry(
            Connection connection, SessionRowTemplate.SessionRow row, String session, String consent)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT_AUDIT_ENTRY)) {
            insert.setString(1, session);
            insert.setLong(2, row.openedAt());
            insert.setString(3, row.auditKind());
            insert.setString(4, withIds(row.entry(), session, consent));
            insert.executeUpdate();
        }
    }

    private static byte @Nullable [] identityBytes(SessionRowTemplate.SessionRow row) {
        return row.identity().map(Bytes::toArray).orElse(null);
    }

    private String withIds(String text, String session, String consent) {
        return text.replace(model.readSession(), session).replace(model.consent(), consent);
    }

    private static String id(Random random) {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        return new String(Base64.getUrlEncoder().withoutPadding().encode(bytes), StandardCharsets.US_ASCII);
    }
}
