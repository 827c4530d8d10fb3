package dev.kycport.app.internal.call;

import dev.kycport.app.internal.consent.ConsentService;
import dev.kycport.app.internal.session.AuditEntries;
import dev.kycport.app.internal.session.CallOutcome;
import dev.kycport.app.internal.session.ProviderCallIntent;
import dev.kycport.app.internal.session.SessionRepository;
import dev.kycport.app.step.KycEnvironment;
import dev.kycport.app.step.StepResult;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.failure.SessionRejection;
import dev.kycport.domain.session.KycSession;
import dev.kycport.ports.observe.KycMeter;
import dev.kycport.ports.store.ConsentProof;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;

/**
 * Makes a call to a provider in the one order that a crash at any instant leaves explainable: prove the consent, store the
 * intent, ask the provider, store the outcome.
 */
public final class CallExecutor {

    private final SessionRepository sessions;
    private final ConsentService consents;
    private final KycMeter meter;
    private final KycEnvironment environment;

    public CallExecutor(
            SessionRepository sessions, ConsentService consents, KycMeter meter, KycEnvironment environment) {
        this.sessions = sessions;
        this.consents = consents;
        this.meter = meter;
        this.environment = environment;
    }

    /** Makes the call. Left: no consent, another step in between, or a failure that left the session as it was. */
    public <V> Either<KycFailure, StepResult> execute(GatewayCall<V> call) {
        ProviderCallIntent intent = call.intent();
        try (LogContext context = LogContext.forCall(intent)) {
            return consents.prove(intent)
                    .flatMap(proof -> storeIntent(intent).flatMap(stored -> ask(call, intent, proof, context)));
        }
    }

    private Either<KycFailure, KycSession.Live> storeIntent(ProviderCallIntent intent) {
        return sessions.save(intent.before(), intent.inFlight(), AuditEntries.intent(intent, environment.now()));
    }

    // The call is counted even if its outcome cannot be stored.
    private <V> Either<KycFailure, StepResult> ask(
            GatewayCall<V> call, ProviderCallIntent intent, ConsentProof proof, LogContext context) {
        Instant began = environment.now();
        Either<ProviderFailure, V> answer = context.recordTrace(call.ask(proof));
        Duration took = Duration.between(began, environment.now());
        CallOutcome outcome = answer.fold(call::failed, call::outcome);
        try {
            return storeOutcome(intent, outcome);
        } finally {
            meter.recordCall(intent.metrics(outcome, took));
        }
    }

    private Either<KycFailure, StepResult> storeOutcome(ProviderCallIntent intent, CallOutcome outcome) {
        return sessions.save(
                        intent.inFlight(), outcome.next(), AuditEntries.outcome(intent, outcome, environment.now()))
                .fold(busy -> Either.left(conflict(intent)), outcome::result);
    }

    // While the provider was asked, the session was cancelled, its consent withdrawn, or it expired: that state
    // remains.
    private KycFailure conflict(ProviderCallIntent intent) {
        return sessions.find(intent.before().id())
                .fold(
                        unknown -> unknown,
                        current ->
                                current instanceof KycSession.Live ? new SessionRejection.Busy() : current.rejection());
    }
}
