package dev.kycport.adapter.jdbc;

import dev.kycport.ports.StoreUnavailableException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** One process after the other, and in each one thread after the other: for what SQLite itself does not order. */
final class InTurn {

    private static final Object TURN = new Object();

    private InTurn() {}

    /**
     * Does the work when nobody else does any by that file.
     *
     * @param file is made if need be, and stays
     */
    @SuppressWarnings("try")
    static void at(Path file, Runnable work) {
        synchronized (TURN) {
            Folders.makeFile(file);
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                work.run();
            } catch (IOException failed) {
                throw new StoreUnavailableException("the file " + file + " cannot be locked", failed);
            }
        }
    }
}
