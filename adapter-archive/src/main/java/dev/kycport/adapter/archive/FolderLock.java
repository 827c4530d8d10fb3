package dev.kycport.adapter.archive;

import dev.kycport.ports.store.StoreUnavailableException;
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
    private static final ReentrantLock PROCESS_LOCK = new ReentrantLock();
    private static final Duration RETRY_INTERVAL = Duration.ofMillis(20);

    private final Path folder;
    private final Duration timeout;

    /** @param timeout how long to wait for others; what they do there takes moments */
    FolderLock(Path folder, Duration timeout) {
        this.folder = folder;
        this.timeout = timeout;
    }

    /** What is done there. */
    @FunctionalInterface
    interface LockedAction<T> {
        T run() throws IOException;
    }

    /**
     * Waits until nobody else is there.
     *
     * @throws IOException if the work fails
     * @throws StoreUnavailableException if somebody is there all the time
     */
    <T> T runLocked(LockedAction<T> lockedAction) throws IOException {
        if (!tryEnter()) {
            throw timedOut();
        }
        try {
            return runWithFileLock(folder.resolve(".lock"), lockedAction);
        } finally {
            PROCESS_LOCK.unlock();
        }
    }

    private <T> T runWithFileLock(Path file, LockedAction<T> lockedAction) throws IOException {
        OwnerOnlyFiles.createFile(file);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            // Closing the channel lets go of it.
            awaitLock(channel);
            return lockedAction.run();
        }
    }

    private void awaitLock(FileChannel channel) throws IOException {
        long tries = timeout.dividedBy(RETRY_INTERVAL);
        while (channel.tryLock() == null) {
            if (tries-- <= 0 || Thread.currentThread().isInterrupted()) {
                throw timedOut();
            }
            LockSupport.parkNanos(RETRY_INTERVAL.toNanos());
        }
    }

    private boolean tryEnter() {
        try {
            return PROCESS_LOCK.tryLock(timeout.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private StoreUnavailableException timedOut() {
        return new StoreUnavailableException("the archive " + folder + " has been in use by another purge for "
                + timeout.toSeconds() + " s; look for a process that hangs");
    }
}
