package dev.kycport.app;

import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.session.Dossier;
import io.vavr.control.Either;
import org.slf4j.MDC;

/** What every log line written during a call can be found by; nothing of it stays on the thread afterwards. */
final class LogContext implements AutoCloseable {

    static final String SESSION = "kyc.session";
    static final String FLOW = "kyc.flow";
    static final String PROVIDER = "kyc.provider";
    static final String CALL = "kyc.call";
    static final String TRACE = "kyc.trace";

    private LogContext() {}

    static LogContext of(Call call) {
        Dossier dossier = call.before().dossier();
        MDC.put(SESSION, dossier.id().value());
        MDC.put(FLOW, dossier.flow().code());
        MDC.put(PROVIDER, dossier.provider().value());
        MDC.put(CALL, call.kind().code());
        return new LogContext();
    }

    /** The answer, once it is noted by which id the provider knows the call, if it said. */
    <V> Either<ProviderFailure, V> traced(Either<ProviderFailure, V> answer) {
        return answer.peekLeft(
                failure -> failure.trace().transaction().ifPresent(transaction -> MDC.put(TRACE, transaction)));
    }

    @Override
    public void close() {
        MDC.remove(TRACE);
        MDC.remove(CALL);
        MDC.remove(PROVIDER);
        MDC.remove(FLOW);
        MDC.remove(SESSION);
    }
}
