package dev.kycport.adapter.jdbc.internal.crypto;

import dev.kycport.adapter.jdbc.internal.database.OwnerOnlyPaths;
import dev.kycport.ports.store.StoreUnavailableException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The key file of a store whose configuration names none.
 *
 * @param hasEncryptedIdentities whether there is something that an earlier file sealed
 */
record DefaultKeyFile(Path file, BooleanSupplier hasEncryptedIdentities) {

    private static final Logger LOG = LoggerFactory.getLogger(DefaultKeyFile.class);

    StoreKeys loadOrCreate() {
        KeyFile keys = new KeyFile(file);
        OwnerOnlyPaths.createFolder(keys.folder());
        // In this order: who seals has made the file before.
        if (hasEncryptedIdentities.getAsBoolean() && !Files.exists(file)) {
            throw new StoreUnavailableException(
                    "the key file " + file + " is gone, though the database holds identities that"
                            + " are sealed with it: put its copy back. If there is none they are lost; then make new keys with: kyc"
                            + " keys new " + file);
        }
        if (!Files.exists(file) && keys.create(StoreKeys.generate())) {
            LOG.warn(
                    "Made the keys that identities are sealed with: {}. Keep a copy apart from the database: whoever loses"
                            + " this file loses the identities.",
                    file);
        }
        return keys.read();
    }
}
