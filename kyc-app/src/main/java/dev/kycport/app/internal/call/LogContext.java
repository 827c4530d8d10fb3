package dev.kycport.app.internal.call;

import dev.kycport.app.internal.session.ProviderCallIntent;
import dev.kycport.domain.SessionId;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.session.SessionHeader;
import dev.kycport.ports.observe.LogKeys;
import io.vavr.control.Either;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.MDC;

/** The MDC keys of a step or of a call in it. On close, the thread has the keys that it had before. */
public final class LogContext implements AutoCloseable {

    private final Map<String, Optional<String>> previous = new HashMap<>();

    private LogContext() {}

    /** Runs a step with the session id in the MDC. */
    public static <T> T runInSession(SessionId session, Supplier<T> step) {
        try (LogContext context = new LogContext()) {
            context.put(LogKeys.SESSION, session.value());
            return step.get();
        }
    }

    static LogContext forCall(ProviderCallIntent intent) {
        SessionHeader header = intent.before().header();
        LogContext context = new LogContext();
        context.put(LogKeys.SESSION, header.id().value());
        context.put(LogKeys.FLOW, header.flow().code());
        context.put(LogKeys.PROVIDER, header.provider().value());
        context.put(LogKeys.CALL, intent.kind().code());
        context.remove(LogKeys.TRACE);
        return context;
    }

    /** Adds the provider's id of a failed call, if the failure has one; the adapter may have added another. */
    <V> Either<ProviderFailure, V> recordTrace(Either<ProviderFailure, V> answer) {
        return answer.peekLeft(
                failure -> failure.trace().transaction().ifPresent(transaction -> MDC.put(LogKeys.TRACE, transaction)));
    }

    @Override
    public void close() {
        previous.forEach(
                (key, value) -> value.ifPresentOrElse(earlier -> MDC.put(key, earlier), () -> MDC.remove(key)));
    }

    private void put(String key, String value) {
        remove(key);
        MDC.put(key, value);
    }

    private void remove(String key) {
        previous.put(key, Optional.ofNullable(MDC.get(key)));
        MDC.remove(key);
    }
}
