package dev.kycport.adapter.jdbc.internal.crypto;

import dev.kycport.ports.spi.Credential;
import dev.kycport.ports.spi.Setting;
import dev.kycport.ports.spi.Settings;
import dev.kycport.ports.store.StoreUnavailableException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** Where the keys of a store come from: the configuration, a file that it names, or a file beside the database. */
final class KeySource {

    static final Setting<Credential> KEYS = Setting.optionalCredential("keys");

    /** Declared, so that the path comes here: who else can read the file is looked at before it is read. */
    static final Setting<String> KEYS_FILE = Setting.optionalText("keys-file");

    private KeySource() {}

    /**
     * The keys that are configured.
     *
     * @param defaultKeyFile the file that is read, and made if need be, where the configuration is silent; empty if it must not be
     */
    static StoreKeys load(Settings settings, Optional<DefaultKeyFile> defaultKeyFile) {
        return settings.find(KEYS_FILE)
                .map(file -> new KeyFile(path(file)).read())
                .or(() -> settings.find(KEYS).map(text -> StoreKeys.parse("kyc.store.keys", text.reveal())))
                .or(() -> defaultKeyFile.map(DefaultKeyFile::loadOrCreate))
                .orElseThrow(() -> new StoreUnavailableException(
                        "kyc.store.keys-file or kyc.store.keys must give the keys that every node seals identities with. "
                                + ErrorHints.MAKE_KEYS));
    }

    private static Path path(String file) {
        try {
            return Path.of(file);
        } catch (InvalidPathException malformed) {
            throw new StoreUnavailableException("kyc.store.keys-file is not a path");
        }
    }
}
