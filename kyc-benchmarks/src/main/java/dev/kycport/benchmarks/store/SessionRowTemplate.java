package dev.kycport.benchmarks.store;

import dev.kycport.domain.Bytes;
import dev.kycport.domain.SessionId;
import dev.kycport.domain.consent.ConsentId;
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

/** The rows that the stores write for one session, by write. Plain JDBC inserts them again under other ids. */
record SessionRowTemplate(String readSession, String consent, List<Row> rows) {

    /** The rows of one write. */
    sealed interface Row permits ConsentEventRow, SessionRow {}

    /** A row of {@code kyc_consent_event}. */
    record ConsentEventRow(int position, String subject, long at, String kind, String event, String hash)
            implements Row {}

    /** A row of {@code kyc_session}, with the row of {@code kyc_audit} of the same write. */
    record SessionRow(
            String subject,
            String provider,
            String state,
            long revision,
            long openedAt,
            long dueAt,
            String snapshot,
            Optional<Bytes> identity,
            String auditKind,
            String entry)
            implements Row {}

    /** Writes a session through the stores and reads the rows of each write. */
    static SessionRowTemplate capture(Stores stores, DataSource source) throws SQLException {
        byte[] session = new byte[16];
        byte[] consent = new byte[16];
        new Random().nextBytes(session);
        new Random().nextBytes(consent);
        SessionWriteSequence writes = new SessionWriteSequence(session, consent, Instant.now());
        List<Row> rows = new ArrayList<>();
        String sessionId = SessionId.of(session).value();
        String consentId = ConsentId.of(consent).value();
        for (SessionWriteSequence.Write write : writes.writes()) {
            write.apply(stores);
            try (Connection connection = source.getConnection()) {
                rows.add(
                        write instanceof SessionWriteSequence.AppendConsentEvent appendConsentEvent
                                ? readConsentEvent(connection, consentId, appendConsentEvent.position())
                                : readSession(connection, sessionId));
            }
        }
        return new SessionRowTemplate(sessionId, consentId, rows);
    }

    private static Row readConsentEvent(Connection connection, String consent, int position) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT subject, at, kind, event, hash FROM kyc_consent_event WHERE consent = ? AND position = ?")) {
            query.setString(1, consent);
            query.setInt(2, position);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return new ConsentEventRow(
                        position,
                        row.getString(1),
                        row.getLong(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5));
            }
        }
    }

    private static Row readSession(Connection connection, String session) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("SELECT s.subject, s.provider, s.state, s.revision, s.opened_at, s.due_at,"
                        + " s.snapshot, s.identity, a.kind, a.entry FROM kyc_session s JOIN kyc_audit a ON a.session = s.id"
                        + " WHERE s.id = ? ORDER BY a.seq DESC LIMIT 1")) {
            query.setString(1, session);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return new SessionRow(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getLong(4),
                        row.getLong(5),
                        row.getLong(6),
                        row.getString(7),
                        Optional.ofNullable(row.getBytes(8)).map(Bytes::of),
                        row.getString(9),
                        row.getString(10));
            }
        }
    }
}
