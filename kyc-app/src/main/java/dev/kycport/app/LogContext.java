package dev.kycport.app;

import dev.kycport.domain.SessionId;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.session.Dossier;
import dev.kycport.ports.LogKeys;
import io.vavr.control.Either;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.MDC;

/** What every log line written during a step, or a call of it, can be found by; afterwards the thread has what it had before. */
final class LogContext implements AutoCloseable {

    private final Map<String, Optional<String>> before = new HashMap<>();

    private LogContext() {}

    /** Takes a step of that session, whose lines can be found by it. */
    static <T> T within(SessionId session, Supplier<T> step) {
        try (LogContext context = new LogContext()) {
            context.put(LogKeys.SESSION, session.value());
            return step.get();
        }
    }

    static LogContext of(Call call) {
        Dossier dossier = call.before().dossier();
        LogContext context = new LogContext();
        context.put(LogKeys.SESSION, dossier.id().value());
        context.put(LogKeys.FLOW, dossier.flow().code());
        context.put(LogKeys.PROVIDER, dossier.provider().value());
        context.put(LogKeys.CALL, call.kind().code());
        context.clear(LogKeys.TRACE);
        return context;
    }

    /** The answer, once it is noted by which id the provider knows the call that failed; where it did not, the adapter may have. */
    <V> Either<ProviderFailure, V> traced(Either<ProviderFailure, V> answer) {
        return answer.peekLeft(
                failure -> failure.trace().transaction().ifPresent(transaction -> MDC.put(LogKeys.TRACE, transaction)));
    }

    @Override
    public void close() {
        before.forEach((key, value) -> value.ifPresentOrElse(earlier -> MDC.put(key, earlier), () -> MDC.remove(key)));
    }

    private void put(String key, String value) {
        clear(key);
        MDC.put(key, value);
    }

    private void clear(String key) {
        before.put(key, Optional.ofNullable(MDC.get(key)));
        MDC.remove(key);
    }
}
