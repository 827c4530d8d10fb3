package dev.kycport.app.observe;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls code of the host, catches every exception, and logs the first one. */
public final class ExceptionIsolatingObserver<T> {

    private static final Logger LOG = LoggerFactory.getLogger(ExceptionIsolatingObserver.class);

    private final T delegate;
    private final AtomicBoolean alreadyLogged = new AtomicBoolean();

    ExceptionIsolatingObserver(T delegate) {
        this.delegate = delegate;
    }

    // Errors too, such as a missing class of the host. Its message is not logged, since it may quote anything.
    void callSafely(Consumer<T> call) {
        try {
            call.accept(delegate);
        } catch (Throwable thrown) {
            if (alreadyLogged.compareAndSet(false, true)) {
                LOG.warn(
                        "listener {} threw {}; ignored, further exceptions are not logged",
                        delegate.getClass().getName(),
                        thrown.getClass().getName());
            }
        }
    }
}
