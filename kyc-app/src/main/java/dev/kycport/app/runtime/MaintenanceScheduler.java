package dev.kycport.app.runtime;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Does chores in the background, for as long as the process lives or until it is closed. */
final class MaintenanceScheduler implements AutoCloseable {

    // A purge takes its time, and what is due must not wait for it.
    private static final int THREADS = 2;
    private static final long SHUTDOWN_TIMEOUT_SECONDS = 5;

    private final ScheduledExecutorService threads =
            Executors.newScheduledThreadPool(THREADS, MaintenanceScheduler::thread);

    /** Does it after the first delay, and then again each time so long after it was done. */
    void schedule(Runnable chore, Duration first, Duration every) {
        ScheduledFuture<?> unused =
                threads.scheduleWithFixedDelay(chore, first.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Begins nothing any more, and waits a little for what is under way. */
    @Override
    public void close() {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(SHUTDOWN_TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException interrupted) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "kycport-upkeep");
        thread.setDaemon(true);
        return thread;
    }
}
