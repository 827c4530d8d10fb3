package dev.kycport.adapter.jdbc.internal.session;

import dev.kycport.adapter.jdbc.internal.crypto.IdentityCipher;
import dev.kycport.adapter.jdbc.internal.database.JdbcUpdate;
import dev.kycport.adapter.jdbc.internal.database.RowSupport;
import dev.kycport.adapter.jdbc.internal.json.StoredIdentityJson;
import dev.kycport.adapter.jdbc.internal.json.StoredSessionJson;
import dev.kycport.domain.SessionId;
import dev.kycport.domain.consent.ConsentId;
import dev.kycport.domain.consent.SubjectRef;
import dev.kycport.domain.identity.VerifiedIdentity;
import dev.kycport.domain.session.SessionHeader;
import dev.kycport.domain.session.SessionSnapshot;
import dev.kycport.domain.session.SessionState;
import dev.kycport.ports.store.SessionStore;
import dev.kycport.ports.store.UnreadableRecordException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** SQL of the sessions: a snapshot as JSON, its encrypted identity, and the columns that queries search by. */
public final class SessionDao {

    static final String COLUMNS = "id, subject, snapshot, identity";

    private static final Logger LOG = LoggerFactory.getLogger(SessionDao.class);

    private static final String INSERT = "INSERT INTO kyc_session"
            + " (provider, state, revision, due_at, snapshot, identity, id, subject, consent, opened_at)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
            + " ON CONFLICT (id) DO NOTHING";

    private static final String UPDATE = "UPDATE kyc_session SET provider = ?, state = ?, revision = ?, due_at = %s,"
            + " snapshot = ?, identity = ? WHERE id = ? AND revision = ?";

    // Keeps a session due if its consent was withdrawn during the step that is stored here.
    private static final String UPDATE_ACTIVE = UPDATE.formatted("COALESCE(withdrawn_at, ?)");
    private static final String UPDATE_FINAL = UPDATE.formatted("?");

    private static final String MARK_WITHDRAWN = "UPDATE kyc_session SET withdrawn_at = ?, due_at = ?"
            + " WHERE consent = ? AND (due_at IS NOT NULL OR identity IS NOT NULL)";

    // Each live session is due once, which the index makes use of.
    private static final String FIND_LIVE = "SELECT id FROM kyc_session WHERE subject = :subject AND due_at IS NOT NULL"
            + " AND state IN ("
            + Stream.of(SessionState.values())
                    .filter(SessionState::isLive)
                    .map(state -> "'" + state.code() + "'")
                    .collect(Collectors.joining(", "))
            + ") ORDER BY opened_at DESC LIMIT " + SessionStore.MAX_LIVE;

    private final IdentityCipher cipher;

    SessionDao(IdentityCipher cipher) {
        this.cipher = cipher;
    }

    /** Prepares a session for storing. */
    SessionRow row(SessionSnapshot session) {
        return SessionRow.of(session, cipher);
    }

    /** Inserts a new session. */
    static JdbcUpdate insert(SessionRow row) {
        SessionHeader header = row.session().header();
        return JdbcUpdate.required(
                INSERT,
                binder -> row.bind(binder)
                        .text(header.subject().value())
                        .text(header.consent().value())
                        .number(RowSupport.toMicros(header.openedAt())));
    }

    /** Stores the next state of a session if its stored revision is the expected one. */
    static JdbcUpdate update(long expectedRevision, SessionRow next) {
        return JdbcUpdate.required(
                next.isFinal() ? UPDATE_FINAL : UPDATE_ACTIVE,
                binder -> next.bind(binder).number(expectedRevision));
    }

    Optional<SessionSnapshot> find(Handle handle, SessionId id) {
        return handle.createQuery("SELECT " + COLUMNS + " FROM kyc_session WHERE id = :id")
                .bind("id", id.value())
                .map((row, context) -> read(row))
                .findOne();
    }

    /** Finds a session without decrypting its identity. */
    static Optional<SessionSnapshot> findWithoutIdentity(Handle handle, SessionId id) {
        return handle.createQuery("SELECT snapshot FROM kyc_session WHERE id = :id")
                .bind("id", id.value())
                .mapTo(String.class)
                .map(snapshot -> readWithoutIdentity(id.value(), snapshot))
                .findOne();
    }

    /** Deletes the sessions whose subject is not on legal hold; returns their ids. */
    public static List<String> deleteUnheld(Handle handle, List<String> ids) {
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
        Optional<byte[]> encrypted = Optional.ofNullable(row.getBytes("identity"));
        return RowSupport.readRow(
                "session " + id,
                () -> StoredSessionJson.read(
                        snapshot, encrypted.map(bytes -> decrypt(new SessionId(id), new SubjectRef(subject), bytes))));
    }

    /** Reads a due session, without its identity if that cannot be decrypted: the session must still expire. */
    SessionSnapshot readDue(ResultSet row) throws SQLException {
        try {
            return read(row);
        } catch (UnreadableRecordException encrypted) {
            SessionSnapshot withoutIdentity = readWithoutIdentity(row.getString("id"), row.getString("snapshot"));
            LOG.error("session {} is reconciled without its identity: {}", row.getString("id"), encrypted.getMessage());
            return withoutIdentity;
        }
    }

    /** Erases the identities of due rows that cannot be read. */
    static int eraseDue(Handle handle, List<String> ids, Instant now) {
        return handle.createUpdate("UPDATE kyc_session SET identity = NULL"
                        + " WHERE id IN (<ids>) AND due_at <= :now AND identity IS NOT NULL")
                .bindList("ids", ids)
                .bind("now", RowSupport.toMicros(now))
                .execute();
    }

    /** The number of identities that a reconciliation would erase. */
    public static long countExpiredIdentities(Handle handle, Instant now) {
        return handle.createQuery("SELECT count(*) FROM kyc_session WHERE due_at <= :now AND identity IS NOT NULL")
                .bind("now", RowSupport.toMicros(now))
                .mapTo(Long.class)
                .one();
    }

    /** The sessions of a consent, oldest first. */
    public static List<SessionId> findByConsent(Handle handle, ConsentId consent) {
        return handle.createQuery("SELECT id FROM kyc_session WHERE consent = :consent ORDER BY opened_at, id")
                .bind("consent", consent.value())
                .mapTo(String.class)
                .map(id -> RowSupport.readRow("a session", () -> new SessionId(id)))
                .list();
    }

    /** The live sessions of a subject, the latest opened first. */
    static List<SessionId> findLive(Handle handle, SubjectRef subject) {
        return handle.createQuery(FIND_LIVE)
                .bind("subject", subject.value())
                .mapTo(String.class)
                .map(id -> RowSupport.readRow("a session", () -> new SessionId(id)))
                .list();
    }

    private static SessionSnapshot readWithoutIdentity(String id, String snapshot) {
        return RowSupport.readRow("session " + id, () -> StoredSessionJson.read(snapshot, Optional.empty()));
    }

    /** Makes the live sessions of a consent, and those with an identity, due. */
    public static JdbcUpdate markWithdrawn(ConsentId consent, Instant at) {
        long micros = RowSupport.toMicros(at);
        return JdbcUpdate.of(
                MARK_WITHDRAWN, binder -> binder.number(micros).number(micros).text(consent.value()));
    }

    private VerifiedIdentity decrypt(SessionId id, SubjectRef subject, byte[] encrypted) {
        return StoredIdentityJson.read(cipher.decrypt(id, subject, encrypted));
    }
}
