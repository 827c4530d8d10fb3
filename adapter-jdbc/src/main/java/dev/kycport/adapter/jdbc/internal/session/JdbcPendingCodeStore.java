package dev.kycport.adapter.jdbc.internal.session;

import dev.kycport.adapter.jdbc.internal.crypto.NumberHash;
import dev.kycport.adapter.jdbc.internal.database.Database;
import dev.kycport.adapter.jdbc.internal.database.RowSupport;
import dev.kycport.domain.SessionId;
import dev.kycport.domain.identity.IdentityNumber;
import dev.kycport.ports.store.PendingCodeStore;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Reservations of numbers with a pending code, in {@code kyc_pending_code}: only the {@link NumberHash}, never the number. */
public final class JdbcPendingCodeStore implements PendingCodeStore {

    private static final String AVAILABLE =
            "kyc_pending_code.free_at <= :now OR kyc_pending_code.session = excluded.session";

    // One statement that returns the holder: of two concurrent reservations the second sees the first.
    private static final String CLAIM = "INSERT INTO kyc_pending_code (hash, session, free_at)"
            + " VALUES (:hash, :session, :until) ON CONFLICT (hash) DO UPDATE SET"
            + " session = CASE WHEN " + AVAILABLE + " THEN excluded.session ELSE kyc_pending_code.session END,"
            + " free_at = CASE WHEN " + AVAILABLE + " THEN excluded.free_at ELSE kyc_pending_code.free_at END"
            + " RETURNING session, free_at";

    private final Database database;
    private final NumberHash hash;

    public JdbcPendingCodeStore(Database database, NumberHash hash) {
        this.database = database;
        this.hash = hash;
    }

    @Override
    public Optional<Instant> reserve(IdentityNumber number, SessionId session, Instant now, Instant until) {
        String claimed = hash.hash(number);
        return database.write(handle -> {
            Optional<Instant> freeAt = claim(handle, claimed, session, now, until);
            ExpiredPendingCodeCleaner.deleteBatch(database.dialect(), handle, now);
            return freeAt;
        });
    }

    @Override
    public void release(IdentityNumber number, SessionId session) {
        String claimed = hash.hash(number);
        database.writeStatement(
                handle -> handle.createUpdate("DELETE FROM kyc_pending_code WHERE hash = :hash AND session = :session")
                        .bind("hash", claimed)
                        .bind("session", session.value())
                        .execute());
    }

    private static Optional<Instant> claim(Handle handle, String hash, SessionId session, Instant now, Instant until) {
        return handle.createQuery(CLAIM)
                .bind("hash", hash)
                .bind("session", session.value())
                .bind("now", RowSupport.toMicros(now))
                .bind("until", RowSupport.toMicros(until))
                .map((row, context) -> row.getString("session").equals(session.value())
                        ? Optional.<Instant>empty()
                        : Optional.of(RowSupport.fromMicros(row.getLong("free_at"))))
                .one();
    }
}
