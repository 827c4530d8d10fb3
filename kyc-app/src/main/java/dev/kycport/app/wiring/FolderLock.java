package dev.kycport.app.wiring;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.ReentrantLock;

/** Keeps other threads, and other processes on this machine, out of a folder while something is done there. */
final class FolderLock {

    // The lock on a file is the process's, and taking it twice is an error.
    private static final ReentrantLock HERE = new ReentrantLock();

    private FolderLock() {}

    /** What is done there. */
    @FunctionalInterface
    interface Work<T> {
        T run() throws IOException;
    }

    /** Waits until nobody else is there. */
    static <T> T during(Path folder, Work<T> work) throws IOException {
        HERE.lock();
        try {
            return locked(folder.resolve(".lock"), work);
        } finally {
            HERE.unlock();
        }
    }

    private static <T> T locked(Path file, Work<T> work) throws IOException {
        OwnerOnly.file(file);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            // Closing the channel lets go of it.
            channel.lock();
            return work.run();
        }
    }
}
