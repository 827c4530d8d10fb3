package dev.kycport.app.internal.session;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The steps that are under way. Closed, it lets none begin: a step that loses its store while it is at the provider loses the
 * verdict, and the person an attempt.
 */
public final class InFlightSteps {

    private static final Logger LOG = LoggerFactory.getLogger(InFlightSteps.class);

    private final ReentrantReadWriteLock running = new ReentrantReadWriteLock();
    private volatile boolean closed;

    /**
     * Takes a step.
     *
     * @throws IllegalStateException if this is closed
     */
    public <T> T run(Supplier<T> step) {
        if (!tryStart()) {
            throw new IllegalStateException(
                    "KycPort is closed and takes no further step: stop taking requests, then close");
        }
        try {
            return step.get();
        } finally {
            running.readLock().unlock();
        }
    }

    /** Lets no further step begin, and waits that long for those under way. */
    public void close(Duration timeout) {
        closed = true;
        try {
            if (running.writeLock().tryLock(timeout.toNanos(), TimeUnit.NANOSECONDS)) {
                running.writeLock().unlock();
            } else {
                LOG.warn("closing, though steps are under way after {} s; their outcome is lost", timeout.toSeconds());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    // One that a listener takes within a step is part of it, and would wait for itself.
    private boolean tryStart() {
        boolean begins = running.readLock().tryLock();
        if (begins && closed && running.getReadHoldCount() == 1) {
            running.readLock().unlock();
            return false;
        }
        return begins;
    }
}
