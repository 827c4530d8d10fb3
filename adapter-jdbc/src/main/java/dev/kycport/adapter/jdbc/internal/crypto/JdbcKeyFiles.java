package dev.kycport.adapter.jdbc.internal.crypto;

import dev.kycport.ports.store.KeyFiles;
import dev.kycport.ports.store.KeyUsage;
import dev.kycport.ports.store.StoreUnavailableException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Creates and changes the key files of a store. */
public final class JdbcKeyFiles implements KeyFiles {

    @Override
    public Key create(Path file) {
        StoreKeys keys = StoreKeys.generate();
        if (!new KeyFile(file).create(keys)) {
            throw new StoreUnavailableException(file + " exists already and was not changed");
        }
        return primaryKey(keys.identity());
    }

    @Override
    public List<Key> list(Path file) {
        TinkKeyset keys = new KeyFile(file).read().identity();
        return keys.ids().stream()
                .map(id -> new Key(id, id.equals(keys.primary())))
                .toList();
    }

    @Override
    public Key prepare(Path file) {
        KeyFile keyFile = new KeyFile(file);
        StoreKeys keys = keyFile.read();
        TinkKeyset prepared = withPreparedKey(keys.identity());
        keyFile.replace(keys.withIdentityKeys(prepared));
        return new Key(newest(prepared), false);
    }

    @Override
    public Key rotate(Path file) {
        KeyFile keyFile = new KeyFile(file);
        StoreKeys keys = keyFile.read();
        TinkKeyset prepared = withPreparedKey(keys.identity());
        TinkKeyset rotated = prepared.withPrimary(newest(prepared));
        keyFile.replace(keys.withIdentityKeys(rotated));
        return primaryKey(rotated);
    }

    @Override
    public void retire(Path file, String id, KeyUsage usage) {
        KeyFile keyFile = new KeyFile(file);
        StoreKeys keys = keyFile.read();
        requireUnusedForNew(file, id, keys.identity());
        requireUnused(id, Optional.ofNullable(usage.countByKey().get(id)));
        keyFile.replace(keys.withIdentityKeys(keys.identity().without(id)));
    }

    private static void requireUnusedForNew(Path file, String id, TinkKeyset keys) {
        if (!keys.ids().contains(id)) {
            throw new StoreUnavailableException(file + " holds no key with that id");
        }
        if (id.equals(keys.primary())) {
            throw new StoreUnavailableException(
                    "key " + id + " encrypts new identities; replace it first with: kyc keys rotate " + file);
        }
    }

    private static void requireUnused(String id, Optional<Long> identities) {
        long encrypted = identities.orElseThrow(() -> new StoreUnavailableException("the store has no key " + id
                + ", so this is not its key file; select the right store with --config or KYC_STORE_URL"));
        if (encrypted > 0) {
            throw new StoreUnavailableException(
                    "key " + id + " still encrypts " + encrypted + " stored identities; they are erased within a day");
        }
    }

    // A key newer than the primary one was prepared before.
    private static TinkKeyset withPreparedKey(TinkKeyset keys) {
        return newest(keys).equals(keys.primary()) ? keys.withNewKey() : keys;
    }

    private static String newest(TinkKeyset keys) {
        List<String> ids = keys.ids();
        return ids.get(ids.size() - 1);
    }

    private static Key primaryKey(TinkKeyset keys) {
        return new Key(keys.primary(), true);
    }
}
