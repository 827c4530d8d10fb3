package dev.kycport.app.internal.maintenance;

import dev.kycport.ports.store.StoreUnavailableException;
import java.io.IOException;
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
    private boolean failing;

    /**
     * Names the task.
     *
     * @param name for the log, such as "reconciling due sessions"
     */
    public BackgroundTask(String name, Task task) {
        this.name = name;
        this.task = task;
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
            logRecovery();
        } catch (Throwable thrown) {
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
