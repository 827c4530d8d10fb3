package dev.kycport.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/** Mutual exclusion of threads and of processes on one machine, by a lock on a file. */
public final class FileMutex {

    // A file lock belongs to the process, and taking it twice is an error.
    private static final Map<Path, ReentrantLock> THREADS = new ConcurrentHashMap<>();
    private static final Duration RETRY_INTERVAL = Duration.ofMillis(20);

    private final Path file;
    private final Duration timeout;

    /**
     * A mutex on that file.
     *
     * @param file is created if it is missing, and stays
     * @param timeout how long to wait for the lock
     */
    public FileMutex(Path file, Duration timeout) {
        this.file = file;
        this.timeout = timeout;
    }

    /**
     * Runs the work while this process holds the lock.
     *
     * @throws TimeoutException if another thread or process holds the lock for the whole timeout
     * @throws IOException if the file cannot be locked, or the work fails
     */
    public <T> T hold(Work<T> work) throws IOException {
        ReentrantLock threads = THREADS.computeIfAbsent(file.toAbsolutePath().normalize(), path -> new ReentrantLock());
        if (!acquire(threads)) {
            throw new TimeoutException(file);
        }
        try {
            OwnerOnlyFiles.createFile(file);
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                // Closing the channel releases the lock.
                acquire(channel);
                return work.run();
            }
        } finally {
            threads.unlock();
        }
    }

    private boolean acquire(ReentrantLock threads) {
        try {
            return threads.tryLock(timeout.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void acquire(FileChannel channel) throws IOException {
        long attempts = timeout.dividedBy(RETRY_INTERVAL);
        while (channel.tryLock() == null) {
            if (attempts-- <= 0 || Thread.currentThread().isInterrupted()) {
                throw new TimeoutException(file);
            }
            LockSupport.parkNanos(RETRY_INTERVAL.toNanos());
        }
    }

    /** What runs while the lock is held. */
    @FunctionalInterface
    public interface Work<T> {
        T run() throws IOException;
    }

    /** The lock did not become free in time. */
    public static final class TimeoutException extends IOException {
        private static final long serialVersionUID = 1L;

        TimeoutException(Path file) {
            super("the lock " + file + " is held by another thread or process");
        }
    }
}
