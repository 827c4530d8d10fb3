package dev.kycport.adapter.jdbc.internal.record;

import dev.kycport.adapter.jdbc.internal.database.Database;
import dev.kycport.adapter.jdbc.internal.database.RowSupport;
import dev.kycport.ports.store.ExpiringRecordStore;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Records in {@code kyc_record}. One statement decides each write, so that nodes need no lock. */
public final class JdbcRecordStore implements ExpiringRecordStore {

    // A row that has expired is taken over as if it were not there.
    private static final String INSERT = "INSERT INTO kyc_record (kind, id, value, expires_at)"
            + " VALUES (:kind, :id, :value, :until) ON CONFLICT (kind, id) DO UPDATE SET"
            + " value = excluded.value, expires_at = excluded.expires_at WHERE kyc_record.expires_at <= :now";

    private static final int BATCH_SIZE = 100;

    private final Database database;

    public JdbcRecordStore(Database database) {
        this.database = database;
    }

    @Override
    public Optional<String> find(RecordKey key, Instant now) {
        return database.read(handle -> find(handle, key, now));
    }

    @Override
    public Optional<String> putIfAbsent(RecordKey key, String value, Instant now, Instant expiresAt) {
        return database.write(handle -> {
            boolean stored = handle.createUpdate(INSERT)
                            .bind("kind", key.kind())
                            .bind("id", key.id())
                            .bind("value", value)
                            .bind("until", RowSupport.toMicros(expiresAt))
                            .bind("now", RowSupport.toMicros(now))
                            .execute()
                    == 1;
            deleteExpired(handle, now);
            return stored ? Optional.empty() : find(handle, key, now);
        });
    }

    @Override
    public boolean replace(RecordKey key, String expected, String next, Instant now, Instant expiresAt) {
        return database.writeStatement(handle -> handle.createUpdate(
                                "UPDATE kyc_record SET value = :next, expires_at = :until"
                                        + " WHERE kind = :kind AND id = :id AND value = :expected AND expires_at > :now")
                        .bind("next", next)
                        .bind("until", RowSupport.toMicros(expiresAt))
                        .bind("kind", key.kind())
                        .bind("id", key.id())
                        .bind("expected", expected)
                        .bind("now", RowSupport.toMicros(now))
                        .execute()
                == 1);
    }

    @Override
    public void remove(RecordKey key, String expected) {
        database.writeStatement(handle -> handle.createUpdate(
                        "DELETE FROM kyc_record WHERE kind = :kind AND id = :id AND value = :expected")
                .bind("kind", key.kind())
                .bind("id", key.id())
                .bind("expected", expected)
                .execute());
    }

    private static Optional<String> find(Handle handle, RecordKey key, Instant now) {
        return handle.createQuery("SELECT value FROM kyc_record WHERE kind = :kind AND id = :id AND expires_at > :now")
                .bind("kind", key.kind())
                .bind("id", key.id())
                .bind("now", RowSupport.toMicros(now))
                .mapTo(String.class)
                .findOne();
    }

    // A few rows with each new one, and none that another transaction has locked, so that no request waits for it.
    private void deleteExpired(Handle handle, Instant now) {
        handle.createUpdate("DELETE FROM kyc_record WHERE (kind, id) IN (SELECT kind, id FROM kyc_record"
                        + " WHERE expires_at <= :now ORDER BY expires_at LIMIT " + BATCH_SIZE
                        + database.dialect().skipLockedClause() + ")")
                .bind("now", RowSupport.toMicros(now))
                .execute();
    }
}
