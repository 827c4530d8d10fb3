package dev.kycport.app.internal.maintenance;

import dev.kycport.ports.store.StoreUnavailableException;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A task that a scheduler repeats. An exception ends this run and not the next ones. An outage is logged when it begins and when
 * it is over. For use by one thread at a time.
 */
public final class BackgroundTask implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(BackgroundTask.class);

    private final String name;
    private final Task task;
    private final InstantSource clock;
    private boolean failing;
    private volatile Optional<Instant> lastSuccess = Optional.empty();
    private volatile Optional<String> problem = Optional.empty();

    /**
     * Names the task.
     *
     * @param name for the log, such as "reconciling due sessions"
     * @param clock tells when it succeeds
     */
    public BackgroundTask(String name, InstantSource clock, Task task) {
        this.name = name;
        this.clock = clock;
        this.task = task;
    }

    /** When a run last ended with success. */
    public Optional<Instant> lastSuccess() {
        return lastSuccess;
    }

    /** Why the last run failed, in a sentence without data; empty if it succeeded, or there was none. */
    public Optional<String> problem() {
        return problem;
    }

    /** One run. */
    @FunctionalInterface
    public interface Task {
        void run() throws IOException;
    }

    // Errors too, such as a missing class: the scheduler would not run the task again.
    @Override
    public void run() {
        try {
            task.run();
            lastSuccess = Optional.of(clock.instant());
            problem = Optional.empty();
            logRecovery();
        } catch (Throwable thrown) {
            problem = Optional.of(name + " fails: " + reason(thrown));
            logFailure(thrown);
        }
    }

    private void logRecovery() {
        if (failing) {
            LOG.info("{} works again", name);
        }
        failing = false;
    }

    private void logFailure(Throwable thrown) {
        if (!failing) {
            LOG.warn("{} failed, will retry; further failures are not logged: {}", name, reason(thrown));
        }
        failing = true;
    }

    // Messages of other exceptions may quote anything.
    private static String reason(Throwable thrown) {
        boolean ours = thrown instanceof StoreUnavailableException || thrown instanceof IOException;
        return ours
                ? thrown.getClass().getSimpleName() + ", " + thrown.getMessage()
                : thrown.getClass().getName();
    }
}
