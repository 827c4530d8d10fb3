package dev.kycport.app.internal.session;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts the running steps, so that closing can wait for them: a step whose store is closed while the provider is asked would
 * lose the verdict and an attempt.
 */
public final class InFlightSteps {

    private static final Logger LOG = LoggerFactory.getLogger(InFlightSteps.class);

    private final ReentrantReadWriteLock running = new ReentrantReadWriteLock();
    private volatile boolean closed;

    /**
     * Runs a step.
     *
     * @throws IllegalStateException if this is closed
     */
    public <T> T run(Supplier<T> step) {
        if (!tryStart()) {
            throw new IllegalStateException("KycService is closed; stop taking requests before you close it");
        }
        try {
            return step.get();
        } finally {
            running.readLock().unlock();
        }
    }

    /** Rejects further steps, and waits that long for the running ones. */
    public void close(Duration timeout) {
        closed = true;
        try {
            if (running.writeLock().tryLock(timeout.toNanos(), TimeUnit.NANOSECONDS)) {
                running.writeLock().unlock();
            } else {
                LOG.warn(
                        "shutdown timed out after {} s with steps in flight; their outcome is unknown",
                        timeout.toSeconds());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    // A step that a listener takes within a step belongs to it, and must not wait for it.
    private boolean tryStart() {
        boolean begins = running.readLock().tryLock();
        if (begins && closed && running.getReadHoldCount() == 1) {
            running.readLock().unlock();
            return false;
        }
        return begins;
    }
}
