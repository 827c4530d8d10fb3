package dev.kycport.adapter.jdbc.internal.crypto;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeyStatus;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.mac.MacConfig;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A Tink keyset with keys of one kind. Each key has an id; the primary one encrypts or hashes new values. */
public final class TinkKeyset {

    private final KeysetHandle handle;

    private TinkKeyset(KeysetHandle handle) {
        this.handle = handle;
    }

    static TinkKeyset generate(Parameters kind) {
        return new TinkKeyset(tink(() ->
                KeysetHandle.newBuilder().addEntry(newEntry(kind).makePrimary()).build()));
    }

    /** Reads a keyset from Tink's JSON; empty if it is not a keyset of that kind. */
    static Optional<TinkKeyset> parse(String json, Parameters kind) {
        try {
            registerTink();
            KeysetHandle handle = TinkJsonProtoKeysetFormat.parseKeyset(
                    json, RegistryConfiguration.get(), InsecureSecretKeyAccess.get());
            KeysetHandle.Entry primary = handle.getPrimary();
            return IntStream.range(0, handle.size()).mapToObj(handle::getAt).allMatch(key -> isUsable(key, kind))
                            && isUsable(primary, kind)
                    ? Optional.of(new TinkKeyset(handle))
                    : Optional.empty();
        } catch (GeneralSecurityException | RuntimeException malformed) {
            // The exception is dropped: it may quote the keys.
            return Optional.empty();
        }
    }

    /** The secret keys in Tink's JSON. */
    String reveal() {
        return tink(() -> TinkJsonProtoKeysetFormat.serializeKeyset(
                handle, RegistryConfiguration.get(), InsecureSecretKeyAccess.get()));
    }

    <P> P primitive(Class<P> kind) {
        return tink(() -> handle.getPrimitive(RegistryConfiguration.get(), kind));
    }

    /** The key ids, oldest first. */
    public List<String> ids() {
        List<String> ids = new ArrayList<>();
        for (int at = 0; at < handle.size(); at++) {
            ids.add(id(handle.getAt(at).getId()));
        }
        return ids;
    }

    public String primary() {
        return id(handle.getPrimary().getId());
    }

    /** A copy with a new key that is not primary. */
    public TinkKeyset withNewKey() {
        Parameters kind = handle.getPrimary().getKey().getParameters();
        return new TinkKeyset(tink(
                () -> KeysetHandle.newBuilder(handle).addEntry(newEntry(kind)).build()));
    }

    /** A copy in which the key with that id is primary. */
    TinkKeyset withPrimary(String id) {
        return modify((builder, at) -> builder.getAt(at).makePrimary(), id);
    }

    TinkKeyset without(String id) {
        return modify(KeysetHandle.Builder::deleteAt, id);
    }

    /** A key id as text: Tink's 32 bits, unsigned. */
    static String id(int bits) {
        return Integer.toUnsignedString(bits);
    }

    @Override
    public String toString() {
        return "TinkKeyset" + ids();
    }

    private static boolean isUsable(KeysetHandle.Entry key, Parameters kind) {
        return key.getStatus().equals(KeyStatus.ENABLED)
                && key.getKey().getParameters().equals(kind);
    }

    private TinkKeyset modify(Modification modification, String id) {
        KeysetHandle.Builder builder = KeysetHandle.newBuilder(handle);
        modification.apply(builder, ids().indexOf(id));
        return new TinkKeyset(tink(builder::build));
    }

    private static KeysetHandle.Builder.Entry newEntry(Parameters kind) {
        return KeysetHandle.generateEntryFromParameters(kind).withRandomId();
    }

    private static <T> T tink(TinkCall<T> call) {
        try {
            registerTink();
            return call.run();
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("the cryptography of this machine does not work", broken);
        }
    }

    private static void registerTink() throws GeneralSecurityException {
        AeadConfig.register();
        MacConfig.register();
    }

    @FunctionalInterface
    private interface Modification {
        void apply(KeysetHandle.Builder builder, int position);
    }

    @FunctionalInterface
    private interface TinkCall<T> {
        T run() throws GeneralSecurityException;
    }
}
