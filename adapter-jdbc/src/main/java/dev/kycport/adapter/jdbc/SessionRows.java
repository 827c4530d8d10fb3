package dev.kycport.adapter.jdbc;

import dev.kycport.adapter.jdbc.SessionWrite.Statement;
import dev.kycport.domain.SessionId;
import dev.kycport.domain.consent.ConsentId;
import dev.kycport.domain.consent.SubjectRef;
import dev.kycport.domain.identity.VerifiedIdentity;
import dev.kycport.domain.session.Dossier;
import dev.kycport.domain.session.SessionSnapshot;
import dev.kycport.ports.UnreadableRecordException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The rows of sessions: a snapshot as JSON, its identity sealed beside it, and what has to be found by. */
final class SessionRows {

    static final String COLUMNS = "id, subject, snapshot, identity";

    private static final Logger LOG = LoggerFactory.getLogger(SessionRows.class);

    private static final Statement INSERT = Statement.of("INSERT INTO kyc_session"
            + " (provider, state, revision, due_at, snapshot, identity, id, subject, consent, opened_at)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
            + " ON CONFLICT (id) DO NOTHING");

    private static final String UPDATE = "UPDATE kyc_session SET provider = ?, state = ?, revision = ?, due_at = %s,"
            + " snapshot = ?, identity = ? WHERE id = ? AND revision = ?";

    // A withdrawal during the step that is stored here is not forgotten: the session stays due because of it.
    private static final Statement UPDATE_LASTING = Statement.of(UPDATE.formatted("COALESCE(withdrawn_at, ?)"));
    private static final Statement UPDATE_OVER = Statement.of(UPDATE.formatted("?"));

    private final IdentitySeal seal;

    SessionRows(IdentitySeal seal) {
        this.seal = seal;
    }

    /** A session ready to be stored. */
    SessionRow row(SessionSnapshot session) {
        return SessionRow.of(session, seal);
    }

    /** Storing a session that is not there yet. */
    static SessionWrite inserting(SessionRow row) {
        Dossier dossier = row.session().dossier();
        return new SessionWrite(
                INSERT,
                into -> row.bind(into)
                        .text(dossier.subject().value())
                        .text(dossier.consent().value())
                        .number(Rows.micros(dossier.openedAt())));
    }

    /** Storing the next state of a session whose stored revision is that. */
    static SessionWrite updating(long expectedRevision, SessionRow next) {
        return new SessionWrite(
                next.isOver() ? UPDATE_OVER : UPDATE_LASTING,
                into -> next.bind(into).number(expectedRevision));
    }

    Optional<SessionSnapshot> find(Handle handle, SessionId id) {
        return handle.createQuery("SELECT " + COLUMNS + " FROM kyc_session WHERE id = :id")
                .bind("id", id.value())
                .map((row, context) -> read(row))
                .findOne();
    }

    /** The same, and an identity is left sealed. */
    static Optional<SessionSnapshot> findUnopened(Handle handle, SessionId id) {
        return handle.createQuery("SELECT snapshot FROM kyc_session WHERE id = :id")
                .bind("id", id.value())
                .mapTo(String.class)
                .map(snapshot -> unopened(id.value(), snapshot))
                .findOne();
    }

    /** Deletes those of these sessions whose subject is not on hold, and tells which those are. */
    static List<String> deleteUnheld(Handle handle, List<String> ids) {
        return ids.isEmpty()
                ? List.of()
                : handle.createQuery("DELETE FROM kyc_session WHERE id IN (<ids>) AND NOT EXISTS"
                                + " (SELECT 1 FROM kyc_hold h WHERE h.subject = kyc_session.subject) RETURNING id")
                        .bindList("ids", ids)
                        .mapTo(String.class)
                        .list();
    }

    SessionSnapshot read(ResultSet row) throws SQLException {
        String id = row.getString("id");
        String subject = row.getString("subject");
        String snapshot = row.getString("snapshot");
        Optional<byte[]> sealed = Optional.ofNullable(row.getBytes("identity"));
        return Rows.reading(
                "session " + id,
                () -> SessionJson.read(
                        snapshot, sealed.map(bytes -> open(new SessionId(id), new SubjectRef(subject), bytes))));
    }

    /** The same to be settled: a session does not wait for ever to be erased because its identity does not open. */
    SessionSnapshot readDue(ResultSet row) throws SQLException {
        try {
            return read(row);
        } catch (UnreadableRecordException sealed) {
            SessionSnapshot unopened = unopened(row.getString("id"), row.getString("snapshot"));
            LOG.error("session {} is settled without its identity: {}", row.getString("id"), sealed.getMessage());
            return unopened;
        }
    }

    /** Erases the identities of those rows that are due, though nobody can read what else is in them. */
    static int eraseDue(Handle handle, List<String> ids, Instant now) {
        return handle.createUpdate("UPDATE kyc_session SET identity = NULL"
                        + " WHERE id IN (<ids>) AND due_at <= :now AND identity IS NOT NULL")
                .bindList("ids", ids)
                .bind("now", Rows.micros(now))
                .execute();
    }

    /** How many identities settling would erase. */
    static long identitiesDue(Handle handle, Instant now) {
        return handle.createQuery("SELECT count(*) FROM kyc_session WHERE due_at <= :now AND identity IS NOT NULL")
                .bind("now", Rows.micros(now))
                .mapTo(Long.class)
                .one();
    }

    /** Every session that was opened with that consent, oldest first. */
    static List<SessionId> under(Handle handle, ConsentId consent) {
        return handle.createQuery("SELECT id FROM kyc_session WHERE consent = :consent ORDER BY opened_at, id")
                .bind("consent", consent.value())
                .mapTo(String.class)
                .map(id -> Rows.reading("a session", () -> new SessionId(id)))
                .list();
    }

    private static SessionSnapshot unopened(String id, String snapshot) {
        return Rows.reading("session " + id, () -> SessionJson.read(snapshot, Optional.empty()));
    }

    /** Makes every session due that still lives or keeps an identity under that consent. */
    static void withdraw(Handle handle, ConsentId consent, Instant at) {
        handle.createUpdate("UPDATE kyc_session SET withdrawn_at = :at, due_at = :at"
                        + " WHERE consent = :consent AND (due_at IS NOT NULL OR identity IS NOT NULL)")
                .bind("at", Rows.micros(at))
                .bind("consent", consent.value())
                .execute();
    }

    private VerifiedIdentity open(SessionId id, SubjectRef subject, byte[] sealed) {
        return IdentityJson.read(seal.open(id, subject, sealed));
    }
}
