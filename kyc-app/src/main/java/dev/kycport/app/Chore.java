package dev.kycport.app;

import dev.kycport.ports.StoreUnavailableException;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Something that is done again and again in the background. Whatever it throws ends this once and not the next; an outage is
 * logged when it begins and when it is over, and not in between. For use by one thread at a time.
 */
public final class Chore implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Chore.class);

    private final String name;
    private final Work work;
    private boolean failing;

    /**
     * Names what is done.
     *
     * @param name such as "settling what is due", for the log
     */
    public Chore(String name, Work work) {
        this.name = name;
        this.work = work;
    }

    /** What is done once. */
    @FunctionalInterface
    public interface Work {
        void run() throws IOException;
    }

    // Errors too, a missing class among them: a scheduler would never run it again.
    @Override
    public void run() {
        try {
            work.run();
            recovered();
        } catch (Throwable thrown) {
            failed(thrown);
        }
    }

    private void recovered() {
        if (failing) {
            LOG.info("{} works again", name);
        }
        failing = false;
    }

    private void failed(Throwable thrown) {
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
