package dev.kycport.app.wiring;

import dev.kycport.ports.StoreUnavailableException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/** Keeps other threads, and other processes on this machine, out of a folder while something is done there. */
final class FolderLock {

    // The lock on a file is the process's, and taking it twice is an error.
    private static final ReentrantLock HERE = new ReentrantLock();
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(20);

    private final Path folder;
    private final Duration patience;

    /** @param patience how long to wait for others; what they do there takes moments */
    FolderLock(Path folder, Duration patience) {
        this.folder = folder;
        this.patience = patience;
    }

    /** What is done there. */
    @FunctionalInterface
    interface Work<T> {
        T run() throws IOException;
    }

    /**
     * Waits until nobody else is there.
     *
     * @throws IOException if the work fails
     * @throws StoreUnavailableException if somebody is there all the time
     */
    <T> T during(Work<T> work) throws IOException {
        if (!enter()) {
            throw inUse();
        }
        try {
            return locked(folder.resolve(".lock"), work);
        } finally {
            HERE.unlock();
        }
    }

    private <T> T locked(Path file, Work<T> work) throws IOException {
        OwnerOnly.file(file);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            // Closing the channel lets go of it.
            await(channel);
            return work.run();
        }
    }

    private void await(FileChannel channel) throws IOException {
        long tries = patience.dividedBy(BETWEEN_TRIES);
        while (channel.tryLock() == null) {
            if (tries-- <= 0 || Thread.currentThread().isInterrupted()) {
                throw inUse();
            }
            LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
        }
    }

    private boolean enter() {
        try {
            return HERE.tryLock(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private StoreUnavailableException inUse() {
        return new StoreUnavailableException("the archive " + folder + " has been in use by another purge for "
                + patience.toSeconds() + " s; look for a process that hangs");
    }
}
