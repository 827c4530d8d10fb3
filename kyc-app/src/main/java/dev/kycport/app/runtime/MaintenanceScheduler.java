package dev.kycport.app.runtime;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Repeats tasks on daemon threads until it is closed. */
final class MaintenanceScheduler implements AutoCloseable {

    // Due sessions must not wait for a purge.
    private static final int THREADS = 2;
    private static final long SHUTDOWN_TIMEOUT_SECONDS = 5;

    private final ScheduledExecutorService threads =
            Executors.newScheduledThreadPool(THREADS, MaintenanceScheduler::thread);

    /** Runs the task after the first delay, and then each time after the interval since the end of the last run. */
    void schedule(Runnable task, Duration firstDelay, Duration interval) {
        ScheduledFuture<?> unused =
                threads.scheduleWithFixedDelay(task, firstDelay.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Starts no further run, and waits a few seconds for the running ones. */
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
        Thread thread = new Thread(work, "kycport-maintenance");
        thread.setDaemon(true);
        return thread;
    }
}
