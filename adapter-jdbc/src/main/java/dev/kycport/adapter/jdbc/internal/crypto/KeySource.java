package dev.kycport.adapter.jdbc.internal.crypto;

import dev.kycport.ports.spi.Credential;
import dev.kycport.ports.spi.Setting;
import dev.kycport.ports.spi.Settings;
import dev.kycport.ports.store.StoreUnavailableException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Loads the keys of a store: from the configuration, a file that it names, or a file beside the database. */
public final class KeySource {

    private static final Setting<Credential> KEYS = Setting.optionalCredential("keys");

    /** A path and not the content, because the permissions of the file are checked before it is read. */
    private static final Setting<String> KEYS_FILE = Setting.optionalText("keys-file");

    /** The settings that name the keys. */
    public static final List<Setting<?>> SETTINGS = List.of(KEYS, KEYS_FILE);

    private KeySource() {}

    /**
     * Loads the keys.
     *
     * @param defaultKeyFile is read, and created if it is missing, when the configuration names no keys
     */
    public static StoreKeys load(Settings settings, Optional<DefaultKeyFile> defaultKeyFile) {
        return settings.find(KEYS_FILE)
                .map(file -> new KeyFile(path(file)).read())
                .or(() -> settings.find(KEYS).map(text -> StoreKeys.parse("kyc.store.keys", text.reveal())))
                .or(() -> defaultKeyFile.map(DefaultKeyFile::loadOrCreate))
                .orElseThrow(() -> new StoreUnavailableException(
                        "kyc.store.keys-file or kyc.store.keys must give the keys that every node encrypts identities"
                                + " with. "
                                + StoreKeys.CREATE_HINT));
    }

    private static Path path(String file) {
        try {
            return Path.of(file);
        } catch (InvalidPathException malformed) {
            throw new StoreUnavailableException("kyc.store.keys-file is not a path");
        }
    }
}
