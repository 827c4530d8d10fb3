package dev.kycport.adapter.jdbc.internal.session;

import dev.kycport.adapter.jdbc.internal.crypto.IdentityCipher;
import dev.kycport.adapter.jdbc.internal.database.Database;
import dev.kycport.domain.SessionId;
import dev.kycport.domain.consent.SubjectRef;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.failure.SessionRejection;
import dev.kycport.domain.session.SessionSnapshot;
import dev.kycport.ports.store.AuditEntry;
import dev.kycport.ports.store.SessionStore;
import dev.kycport.ports.store.StepWrites;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Sessions in {@code kyc_session}; each write also inserts its audit entries into {@code kyc_audit}. */
public final class JdbcSessionStore implements SessionStore {

    private final Database database;
    private final SessionDao rows;
    private final SessionUpdates updates;

    public JdbcSessionStore(Database database, IdentityCipher cipher) {
        this.database = database;
        this.rows = new SessionDao(cipher);
        this.updates = new SessionUpdates(cipher);
    }

    @Override
    public Either<KycFailure, SessionSnapshot> create(SessionSnapshot session, List<AuditEntry> entries) {
        return write(StepWrites.create(session, entries));
    }

    @Override
    public Optional<SessionSnapshot> find(SessionId id) {
        return database.read(handle -> rows.find(handle, id));
    }

    @Override
    public Optional<SessionSnapshot> findWithoutIdentity(SessionId id) {
        return database.read(handle -> SessionDao.findWithoutIdentity(handle, id));
    }

    @Override
    public List<SessionId> findLive(SubjectRef subject) {
        return database.read(handle -> SessionDao.findLive(handle, subject));
    }

    @Override
    public Either<KycFailure, SessionSnapshot> replace(
            long expectedRevision, SessionSnapshot next, List<AuditEntry> entries) {
        return write(StepWrites.replace(expectedRevision, next, entries));
    }

    @Override
    public int reconcileDue(Instant now, Function<SessionSnapshot, Optional<Reconciled>> reconciliation) {
        int stored = new DueSessionProcessor(database, rows, reconciliation, database.dialect()::pauseBetweenBatches)
                .run(now);
        ExpiredPendingCodeCleaner.deleteAll(database, now);
        return stored;
    }

    private Either<KycFailure, SessionSnapshot> write(StepWrites writes) {
        boolean stored = database.executeAll(updates.of(writes.session())).isEmpty();
        return stored ? Either.right(writes.session().next()) : Either.left(new SessionRejection.Busy());
    }
}
