package dev.kycport.adapter.jdbc;

import dev.kycport.ports.KeyFiles;
import dev.kycport.ports.SealedIdentities;
import dev.kycport.ports.StoreUnavailableException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The files in which the keys of a database are kept. */
final class JdbcKeyFiles implements KeyFiles {

    @Override
    public Key make(Path file) {
        Keys keys = Keys.generate();
        if (!new KeyFile(file).create(keys)) {
            throw new StoreUnavailableException(file + " exists already and was left as it is");
        }
        return sealing(keys.identity());
    }

    @Override
    public List<Key> keys(Path file) {
        Keyset keys = new KeyFile(file).read().identity();
        return keys.ids().stream()
                .map(id -> new Key(id, id.equals(keys.primary())))
                .toList();
    }

    @Override
    public Key prepare(Path file) {
        KeyFile kept = new KeyFile(file);
        Keys keys = kept.read();
        Keyset prepared = prepared(keys.identity());
        kept.replace(keys.with(prepared));
        return new Key(newest(prepared), false);
    }

    @Override
    public Key rotate(Path file) {
        KeyFile kept = new KeyFile(file);
        Keys keys = kept.read();
        Keyset prepared = prepared(keys.identity());
        Keyset rotated = prepared.withPrimary(newest(prepared));
        kept.replace(keys.with(rotated));
        return sealing(rotated);
    }

    @Override
    public void retire(Path file, String id, SealedIdentities kept) {
        KeyFile keyFile = new KeyFile(file);
        Keys keys = keyFile.read();
        refuseUnlessIdle(file, id, keys.identity());
        refuseWhileSealing(id, Optional.ofNullable(kept.byKey().get(id)));
        keyFile.replace(keys.with(keys.identity().without(id)));
    }

    private static void refuseUnlessIdle(Path file, String id, Keyset keys) {
        if (!keys.ids().contains(id)) {
            throw new StoreUnavailableException(file + " holds no key of that id");
        }
        if (id.equals(keys.primary())) {
            throw new StoreUnavailableException(
                    "key " + id + " seals new identities; put another in its place with: kyc keys rotate " + file);
        }
    }

    private static void refuseWhileSealing(String id, Optional<Long> identities) {
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
    private static Keyset prepared(Keyset keys) {
        return newest(keys).equals(keys.primary()) ? keys.withOneMore() : keys;
    }

    private static String newest(Keyset keys) {
        List<String> ids = keys.ids();
        return ids.get(ids.size() - 1);
    }

    private static Key sealing(Keyset keys) {
        return new Key(keys.primary(), true);
    }
}
