package dev.kycport.app.observe;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Somebody's code that looks on and must not get in the way. */
public final class ExceptionIsolatingObserver<T> {

    private static final Logger LOG = LoggerFactory.getLogger(ExceptionIsolatingObserver.class);

    private final T delegate;
    private final AtomicBoolean alreadyLogged = new AtomicBoolean();

    ExceptionIsolatingObserver(T onlooker) {
        this.delegate = onlooker;
    }

    // Errors too, a missing class of the host's among them. The message stays unsaid: it is not ours, and may quote
    // anything.
    void callSafely(Consumer<T> call) {
        try {
            call.accept(delegate);
        } catch (Throwable thrown) {
            if (alreadyLogged.compareAndSet(false, true)) {
                LOG.warn(
                        "{} threw {}; the session goes on, and further ones are not logged",
                        delegate.getClass().getName(),
                        thrown.getClass().getName());
            }
        }
    }
}
