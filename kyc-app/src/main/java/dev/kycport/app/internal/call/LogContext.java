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

/** What every log line written during a step, or a call of it, can be found by; afterwards the thread has what it had before. */
public final class LogContext implements AutoCloseable {

    private final Map<String, Optional<String>> previous = new HashMap<>();

    private LogContext() {}

    /** Takes a step of that session, whose lines can be found by it. */
    public static <T> T runInSession(SessionId session, Supplier<T> step) {
        try (LogContext context = new LogContext()) {
            context.put(LogKeys.SESSION, session.value());
            return step.get();
        }
    }

    static LogContext forCall(ProviderCallIntent providerCallIntent) {
        SessionHeader sessionHeader = providerCallIntent.before().header();
        LogContext context = new LogContext();
        context.put(LogKeys.SESSION, sessionHeader.id().value());
        context.put(LogKeys.FLOW, sessionHeader.flow().code());
        context.put(LogKeys.PROVIDER, sessionHeader.provider().value());
        context.put(LogKeys.CALL, providerCallIntent.kind().code());
        context.save(LogKeys.TRACE);
        return context;
    }

    /** The answer, once it is noted by which id the provider knows the call that failed; where it did not, the adapter may have. */
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
        save(key);
        MDC.put(key, value);
    }

    private void save(String key) {
        previous.put(key, Optional.ofNullable(MDC.get(key)));
        MDC.remove(key);
    }
}
