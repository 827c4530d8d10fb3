package dev.kycport.app;

import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.session.Dossier;
import dev.kycport.ports.LogKeys;
import io.vavr.control.Either;
import org.slf4j.MDC;

/** What every log line written during a call can be found by; nothing of it stays on the thread afterwards. */
final class LogContext implements AutoCloseable {

    private LogContext() {}

    static LogContext of(Call call) {
        Dossier dossier = call.before().dossier();
        MDC.put(LogKeys.SESSION, dossier.id().value());
        MDC.put(LogKeys.FLOW, dossier.flow().code());
        MDC.put(LogKeys.PROVIDER, dossier.provider().value());
        MDC.put(LogKeys.CALL, call.kind().code());
        return new LogContext();
    }

    /** The answer, once it is noted by which id the provider knows the call that failed; where it did not, the adapter may have. */
    <V> Either<ProviderFailure, V> traced(Either<ProviderFailure, V> answer) {
        return answer.peekLeft(
                failure -> failure.trace().transaction().ifPresent(transaction -> MDC.put(LogKeys.TRACE, transaction)));
    }

    @Override
    public void close() {
        MDC.remove(LogKeys.TRACE);
        MDC.remove(LogKeys.CALL);
        MDC.remove(LogKeys.PROVIDER);
        MDC.remove(LogKeys.FLOW);
        MDC.remove(LogKeys.SESSION);
    }
}
