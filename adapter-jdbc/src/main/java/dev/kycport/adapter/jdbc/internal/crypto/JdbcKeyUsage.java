package dev.kycport.adapter.jdbc.internal.crypto;

import dev.kycport.adapter.jdbc.internal.database.Database;
import dev.kycport.ports.store.KeyUsage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Counts the stored identities by encryption key, page by page. */
public final class JdbcKeyUsage implements KeyUsage {

    private static final int PAGE_SIZE = 1000;

    // Only the header of each; substr counts from 1.
    private static final String SELECT =
            "SELECT id, substr(identity, 1, " + EncryptionKeyId.HEADER_LENGTH + ") AS header"
                    + " FROM kyc_session WHERE identity IS NOT NULL AND id > :after ORDER BY id LIMIT " + PAGE_SIZE;

    private final Database database;
    private final List<String> keys;

    /** @param keys the ids of the keys of this process */
    public JdbcKeyUsage(Database database, List<String> keys) {
        this.database = database;
        this.keys = keys;
    }

    /** Whether the database holds an encrypted identity. */
    public static boolean anyEncrypted(Database database) {
        return database.read(
                handle -> handle.createQuery("SELECT EXISTS (SELECT 1 FROM kyc_session WHERE identity IS NOT NULL)")
                        .mapTo(Boolean.class)
                        .one());
    }

    @Override
    public Map<String, Long> countByKey() {
        Map<String, Long> counts = new HashMap<>();
        keys.forEach(key -> counts.put(key, 0L));
        Optional<String> last = Optional.of("");
        while (last.isPresent()) {
            String after = last.get();
            List<EncryptedIdentity> page = database.read(handle -> page(handle, after));
            page.forEach(one -> counts.merge(one.key(), 1L, Long::sum));
            last = page.isEmpty()
                    ? Optional.empty()
                    : Optional.of(page.get(page.size() - 1).session());
        }
        return Map.copyOf(counts);
    }

    private static List<EncryptedIdentity> page(Handle handle, String after) {
        return handle.createQuery(SELECT)
                .bind("after", after)
                .map((row, context) ->
                        new EncryptedIdentity(row.getString("id"), EncryptionKeyId.read(row.getBytes("header"))))
                .list();
    }

    private record EncryptedIdentity(String session, String key) {}
}
