package dev.kycport.adapter.jdbc.internal.database;

import dev.kycport.ports.store.StoreUnavailableException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** One process after the other, and in each one thread after the other: for what SQLite itself does not order. */
public final class FileMutex {

    private static final Object JVM_LOCK = new Object();

    private FileMutex() {}

    /**
     * Does the work when nobody else does any by that file.
     *
     * @param file is made if need be, and stays
     */
    @SuppressWarnings("try")
    public static void runExclusively(Path file, Runnable work) {
        synchronized (JVM_LOCK) {
            OwnerOnlyPaths.createFile(file);
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                work.run();
            } catch (IOException failed) {
                throw new StoreUnavailableException("the file " + file + " cannot be locked", failed);
            }
        }
    }
}
