package dev.kycport.app;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Somebody's code that looks on and must not get in the way. */
final class Careful<T> {

    private static final Logger LOG = LoggerFactory.getLogger(Careful.class);

    private final T onlooker;
    private final AtomicBoolean told = new AtomicBoolean();

    Careful(T onlooker) {
        this.onlooker = onlooker;
    }

    // Errors too, a missing class of the host's among them. The message stays unsaid: it is not ours, and may quote
    // anything.
    void let(Consumer<T> look) {
        try {
            look.accept(onlooker);
        } catch (Throwable thrown) {
            if (told.compareAndSet(false, true)) {
                LOG.warn(
                        "{} threw {}; the session goes on, and further ones are not logged",
                        onlooker.getClass().getName(),
                        thrown.getClass().getName());
            }
        }
    }
}
