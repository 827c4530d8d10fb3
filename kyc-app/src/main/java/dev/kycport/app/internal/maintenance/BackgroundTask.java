package dev.kycport.app.internal.maintenance;

import dev.kycport.ports.store.StoreUnavailableException;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Something that is done again and again in the background. Whatever it throws ends this once and not the next; an outage is
 * logged when it begins and when it is over, and not in between. For use by one thread at a time.
 */
public final class BackgroundTask implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(BackgroundTask.class);

    private final String name;
    private final Task task;
    private boolean failing;

    /**
     * Names what is done.
     *
     * @param name such as "settling what is due", for the log
     */
    public BackgroundTask(String name, Task task) {
        this.name = name;
        this.task = task;
    }

    /** What is done once. */
    @FunctionalInterface
    public interface Task {
        void run() throws IOException;
    }

    // Errors too, a missing class among them: a scheduler would never run it again.
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
            LOG.warn("{} failed and is tried again, and until it works no more is said: {}", name, reason(thrown));
        }
        failing = true;
    }

    // Other messages are not ours, and may quote anything.
    private static String reason(Throwable thrown) {
        boolean ours = thrown instanceof StoreUnavailableException || thrown instanceof IOException;
        return ours
                ? thrown.getClass().getSimpleName() + ", " + thrown.getMessage()
                : thrown.getClass().getName();
    }
}
