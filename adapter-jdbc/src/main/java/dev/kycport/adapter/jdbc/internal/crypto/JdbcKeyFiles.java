package dev.kycport.adapter.jdbc.internal.crypto;

import dev.kycport.ports.store.KeyFiles;
import dev.kycport.ports.store.KeyUsage;
import dev.kycport.ports.store.StoreUnavailableException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The files in which the keys of a database are kept. */
public final class JdbcKeyFiles implements KeyFiles {

    @Override
    public Key create(Path file) {
        StoreKeys storeKeys = StoreKeys.generate();
        if (!new KeyFile(file).create(storeKeys)) {
            throw new StoreUnavailableException(file + " exists already and was left as it is");
        }
        return primaryKey(storeKeys.identity());
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
        KeyFile kept = new KeyFile(file);
        StoreKeys storeKeys = kept.read();
        TinkKeyset prepared = withPreparedKey(storeKeys.identity());
        kept.replace(storeKeys.withIdentityKeys(prepared));
        return new Key(newest(prepared), false);
    }

    @Override
    public Key rotate(Path file) {
        KeyFile kept = new KeyFile(file);
        StoreKeys storeKeys = kept.read();
        TinkKeyset prepared = withPreparedKey(storeKeys.identity());
        TinkKeyset rotated = prepared.withPrimary(newest(prepared));
        kept.replace(storeKeys.withIdentityKeys(rotated));
        return primaryKey(rotated);
    }

    @Override
    public void retire(Path file, String id, KeyUsage kept) {
        KeyFile keyFile = new KeyFile(file);
        StoreKeys storeKeys = keyFile.read();
        requireUnusedForNew(file, id, storeKeys.identity());
        requireUnused(id, Optional.ofNullable(kept.countByKey().get(id)));
        keyFile.replace(storeKeys.withIdentityKeys(storeKeys.identity().without(id)));
    }

    private static void requireUnusedForNew(Path file, String id, TinkKeyset keys) {
        if (!keys.ids().contains(id)) {
            throw new StoreUnavailableException(file + " holds no key of that id");
        }
        if (id.equals(keys.primary())) {
            throw new StoreUnavailableException(
                    "key " + id + " seals new identities; put another in its place with: kyc keys rotate " + file);
        }
    }

    private static void requireUnused(String id, Optional<Long> identities) {
        long sealed = identities.orElseThrow(
                () -> new StoreUnavailableException(
                        "the store that was asked has no key " + id
                                + ", so this is not its key file; name the store that it belongs to by --config or KYC_STORE_URL"));
        if (sealed > 0) {
            throw new StoreUnavailableException(
                    "key " + id + " still seals " + sealed + " stored identities; they are gone within a day");
        }
    }

    // A key that is younger than the one that seals was prepared and waits.
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
