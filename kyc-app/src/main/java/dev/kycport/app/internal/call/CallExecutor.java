package dev.kycport.app.internal.call;

import dev.kycport.app.internal.consent.ConsentService;
import dev.kycport.app.internal.session.AuditEntries;
import dev.kycport.app.internal.session.CallOutcome;
import dev.kycport.app.internal.session.ProviderCallIntent;
import dev.kycport.app.internal.session.SessionRepository;
import dev.kycport.app.step.StepResult;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.failure.Rejection;
import dev.kycport.domain.failure.SessionRejection;
import dev.kycport.domain.session.KycSession;
import dev.kycport.ports.observe.KycMeter;
import dev.kycport.ports.store.ConsentProof;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The one way in which a provider is asked: prove the consent, store the intent, call, store the outcome. At every instant
 * between, what is on record explains what may have happened.
 */
public final class CallExecutor {

    private final SessionRepository sessionRepository;
    private final ConsentService consents;
    private final KycMeter meter;

    public CallExecutor(SessionRepository sessionRepository, ConsentService consents, KycMeter meter) {
        this.sessionRepository = sessionRepository;
        this.consents = consents;
        this.meter = meter;
    }

    /**
     * Makes the call.
     *
     * @param ask asks the provider
     * @param then what its answer makes of the session
     */
    public <V> Either<KycFailure, StepResult> execute(
            ProviderCallIntent providerCallIntent,
            Function<ConsentProof, Either<ProviderFailure, V>> ask,
            Function<Either<ProviderFailure, V>, CallOutcome> then) {
        return executeForAnswer(providerCallIntent, ask, then).map(ResultWithAnswer::progress);
    }

    /** Makes the call for a step that is not over with it. */
    public <V> Either<KycFailure, ResultWithAnswer<V>> executeForAnswer(
            ProviderCallIntent providerCallIntent,
            Function<ConsentProof, Either<ProviderFailure, V>> ask,
            Function<Either<ProviderFailure, V>, CallOutcome> then) {
        try (LogContext context = LogContext.forCall(providerCallIntent)) {
            return consents.prove(providerCallIntent)
                    .flatMap(proof -> sessionRepository
                            .save(
                                    providerCallIntent.before(),
                                    providerCallIntent.intent(),
                                    AuditEntries.intent(providerCallIntent, sessionRepository.now()))
                            .flatMap(intent -> callProvider(
                                    providerCallIntent, () -> context.recordTrace(ask.apply(proof)), then)));
        }
    }

    private <V> Either<KycFailure, ResultWithAnswer<V>> callProvider(
            ProviderCallIntent providerCallIntent,
            Supplier<Either<ProviderFailure, V>> ask,
            Function<Either<ProviderFailure, V>, CallOutcome> then) {
        Instant began = sessionRepository.now();
        Either<ProviderFailure, V> answer = ask.get();
        Duration took = Duration.between(began, sessionRepository.now());
        CallOutcome callOutcome = then.apply(answer);
        try {
            return storeOutcome(providerCallIntent, callOutcome)
                    .map(stepResult -> new ResultWithAnswer<>(stepResult, answer));
        } finally {
            meter.recordCall(providerCallIntent.metrics(callOutcome, took));
        }
    }

    private Either<KycFailure, StepResult> storeOutcome(
            ProviderCallIntent providerCallIntent, CallOutcome callOutcome) {
        return sessionRepository
                .save(
                        providerCallIntent.intent(),
                        callOutcome.next(),
                        AuditEntries.outcome(providerCallIntent, callOutcome, sessionRepository.now()))
                .fold(busy -> Either.left(conflict(providerCallIntent)), next -> toResult(next, callOutcome));
    }

    private static Either<KycFailure, StepResult> toResult(KycSession next, CallOutcome callOutcome) {
        return callOutcome
                .unmoved()
                .<Either<KycFailure, StepResult>>map(Either::left)
                .orElseGet(() -> Either.right(new StepResult(next, callOutcome.report())));
    }

    // While the provider was asked, the session was cancelled, its consent withdrawn, or its time ran out: that stands.
    private KycFailure conflict(ProviderCallIntent providerCallIntent) {
        Rejection busy = new SessionRejection.Busy();
        return sessionRepository
                .find(providerCallIntent.before().id())
                .fold(unknown -> unknown, current -> current instanceof KycSession.Live ? busy : current.rejection());
    }

    /**
     * A call that led somewhere.
     *
     * @param progress what is on record now
     * @param answer what the provider said, with all that is not on record: for the same step, and then forgotten
     */
    public record ResultWithAnswer<V>(StepResult progress, Either<ProviderFailure, V> answer) {}
}
