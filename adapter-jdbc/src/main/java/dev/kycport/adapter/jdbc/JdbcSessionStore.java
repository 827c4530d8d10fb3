package dev.kycport.adapter.jdbc;

import dev.kycport.domain.SessionId;
import dev.kycport.domain.failure.SessionRejection;
import dev.kycport.domain.session.SessionSnapshot;
import dev.kycport.ports.AuditEntry;
import dev.kycport.ports.SessionStore;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Sessions in {@code kyc_session}, and with each write its entries in {@code kyc_audit}. */
final class JdbcSessionStore implements SessionStore {

    private final Database database;
    private final SessionRows rows;

    JdbcSessionStore(Database database, IdentitySeal seal) {
        this.database = database;
        this.rows = new SessionRows(seal);
    }

    @Override
    public Either<SessionRejection.Busy, SessionSnapshot> create(SessionSnapshot session, List<AuditEntry> entries) {
        return store(SessionRows.inserting(rows.row(session)), entries) ? Either.right(session) : busy();
    }

    @Override
    public Optional<SessionSnapshot> find(SessionId id) {
        return database.read(handle -> rows.find(handle, id));
    }

    @Override
    public Optional<SessionSnapshot> findUnopened(SessionId id) {
        return database.read(handle -> SessionRows.findUnopened(handle, id));
    }

    @Override
    public Either<SessionRejection.Busy, SessionSnapshot> replace(
            long expectedRevision, SessionSnapshot next, List<AuditEntry> entries) {
        return store(SessionRows.updating(expectedRevision, rows.row(next)), entries) ? Either.right(next) : busy();
    }

    @Override
    public int settleDue(Instant now, Function<SessionSnapshot, Optional<Settled>> settle) {
        int stored = new Settling(database, rows, settle, database.dialect()::stepAside).round(now);
        PendingSweep.all(database, now);
        return stored;
    }

    private boolean store(SessionWrite write, List<AuditEntry> entries) {
        List<AuditRow> trail = AuditRow.of(entries);
        boolean atOnce = trail.size() == 1 && database.dialect().writesBothAtOnce();
        return atOnce
                ? database.make(write.with(trail.get(0)))
                : database.makeTogether(
                        write.alone(), trail.stream().map(AuditRows::inserting).toList());
    }

    private static Either<SessionRejection.Busy, SessionSnapshot> busy() {
        return Either.left(new SessionRejection.Busy());
    }
}
