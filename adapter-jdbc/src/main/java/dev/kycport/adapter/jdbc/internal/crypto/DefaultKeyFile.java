package dev.kycport.adapter.jdbc.internal.crypto;

import dev.kycport.files.OwnerOnlyFiles;
import dev.kycport.ports.store.StoreUnavailableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The key file of a store whose configuration names no keys.
 *
 * @param hasEncryptedIdentities whether the database holds identities encrypted with an earlier key file
 */
public record DefaultKeyFile(Path file, BooleanSupplier hasEncryptedIdentities) {

    private static final Logger LOG = LoggerFactory.getLogger(DefaultKeyFile.class);

    StoreKeys loadOrCreate() {
        KeyFile keys = new KeyFile(file);
        createFolder(keys.folder());
        // In this order: a process creates the file before it encrypts with it.
        if (hasEncryptedIdentities.getAsBoolean() && !Files.exists(file)) {
            throw new StoreUnavailableException("the key file " + file
                    + " is missing, but the database holds identities that are encrypted with it:"
                    + " restore its copy. Without a copy they are lost; then create new keys with: kyc keys new "
                    + file);
        }
        if (!Files.exists(file) && keys.create(StoreKeys.generate())) {
            LOG.warn(
                    "created the keys that encrypt identities: {}. Keep a copy apart from the database: without this"
                            + " file the identities are lost.",
                    file);
        }
        return keys.read();
    }

    private static void createFolder(Path folder) {
        try {
            OwnerOnlyFiles.createFolder(folder);
        } catch (IOException failed) {
            throw new StoreUnavailableException("the folder " + folder + " cannot be created", failed);
        }
    }
}
