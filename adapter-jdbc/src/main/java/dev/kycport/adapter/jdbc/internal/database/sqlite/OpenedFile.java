package dev.kycport.adapter.jdbc.internal.database.sqlite;

import dev.kycport.ports.store.StoreUnavailableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/**
 * A database file as it was when it was opened.
 *
 * @param key identifies the file whatever its name, such as its inode; empty where the file system has none
 */
record OpenedFile(Path path, Optional<Object> key) {

    static OpenedFile of(Path path) {
        return new OpenedFile(path, findKey(path));
    }

    /** @throws StoreUnavailableException if the path names no file any more, or another one */
    void requireUnchanged() {
        if (key.isPresent() && !key.equals(findKey(path))) {
            throw new StoreUnavailableException(
                    "the database file " + path + " was deleted, moved or replaced while it was"
                            + " open: stop every process, put the file in its place and start again; nothing is stored meanwhile");
        }
    }

    private static Optional<Object> findKey(Path path) {
        try {
            return Optional.ofNullable(
                    Files.readAttributes(path, BasicFileAttributes.class).fileKey());
        } catch (IOException missing) {
            return Optional.empty();
        }
    }
}
