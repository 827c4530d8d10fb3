package dev.kycport.adapter.jdbc.internal.session;

import dev.kycport.adapter.jdbc.internal.crypto.NumberHash;
import dev.kycport.adapter.jdbc.internal.database.Database;
import dev.kycport.adapter.jdbc.internal.database.JdbcUpdate;
import dev.kycport.adapter.jdbc.internal.database.RowSupport;
import dev.kycport.adapter.jdbc.internal.database.StatementBinder;
import dev.kycport.domain.SessionId;
import dev.kycport.domain.identity.IdentityNumber;
import dev.kycport.ports.store.PendingCodeStore;
import dev.kycport.ports.store.StepWrites;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reservations of numbers with a pending code, in {@code kyc_pending_code}: only the {@link NumberHash}, never the number. */
public final class JdbcPendingCodeStore implements PendingCodeStore {

    // One statement decides: of two concurrent reservations the second sees the first, and changes no row.
    private static final String RESERVE = "INSERT INTO kyc_pending_code (hash, session, free_at) VALUES (?, ?, ?)"
            + " ON CONFLICT (hash) DO UPDATE SET session = excluded.session, free_at = excluded.free_at"
            + " WHERE kyc_pending_code.free_at <= ? OR kyc_pending_code.session = excluded.session";

    private static final String RELEASE = "DELETE FROM kyc_pending_code WHERE hash = ? AND session = ?";

    private static final String FIND_HOLDER =
            "SELECT free_at FROM kyc_pending_code WHERE hash = :hash AND session <> :session AND free_at > :now";

    private final Database database;
    private final NumberHash hash;

    public JdbcPendingCodeStore(Database database, NumberHash hash) {
        this.database = database;
        this.hash = hash;
    }

    @Override
    public Optional<Instant> reserve(IdentityNumber number, SessionId session, Instant now, Instant until) {
        List<JdbcUpdate> updates = updates(new StepWrites.Reserve(number, now, until), session);
        while (true) {
            if (database.executeAll(updates).isEmpty()) {
                return Optional.empty();
            }
            // Unless its holder released the number meanwhile.
            Optional<Instant> availableAt = findAvailableAt(number, session, now);
            if (availableAt.isPresent()) {
                return availableAt;
            }
        }
    }

    @Override
    public void release(IdentityNumber number, SessionId session) {
        Optional<JdbcUpdate> unusedNone = database.executeAll(updates(new StepWrites.Release(number), session));
    }

    /** The statements of such a change, the deciding one first. A reservation also deletes what has expired. */
    public List<JdbcUpdate> updates(StepWrites.NumberWrite change, SessionId session) {
        String hashed = hash.hash(change.number());
        if (change instanceof StepWrites.Reserve reserve) {
            return List.of(
                    JdbcUpdate.required(RESERVE, reservation(hashed, session, reserve.now(), reserve.until())),
                    ExpiredPendingCodeCleaner.deleteBatch(database.dialect(), reserve.now()));
        }
        return List.of(
                change instanceof StepWrites.Extend extend
                        ? JdbcUpdate.of(RESERVE, reservation(hashed, session, extend.now(), extend.until()))
                        : JdbcUpdate.of(RELEASE, binder -> binder.text(hashed).text(session.value())));
    }

    /** When the number will be free, if another session holds it. */
    public Optional<Instant> findAvailableAt(IdentityNumber number, SessionId session, Instant now) {
        return database.read(handle -> handle.createQuery(FIND_HOLDER)
                .bind("hash", hash.hash(number))
                .bind("session", session.value())
                .bind("now", RowSupport.toMicros(now))
                .mapTo(Long.class)
                .map(RowSupport::fromMicros)
                .findOne());
    }

    private static StatementBinder.Parameters reservation(String hash, SessionId session, Instant now, Instant until) {
        return binder -> binder.text(hash)
                .text(session.value())
                .number(RowSupport.toMicros(until))
                .number(RowSupport.toMicros(now));
    }
}
