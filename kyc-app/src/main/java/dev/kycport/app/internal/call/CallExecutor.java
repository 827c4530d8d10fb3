package dev.kycport.app.internal.call;

import dev.kycport.app.internal.consent.ConsentService;
import dev.kycport.app.internal.session.CallOutcome;
import dev.kycport.app.internal.session.ProviderCallIntent;
import dev.kycport.app.internal.session.SessionRepository;
import dev.kycport.app.step.KycEnvironment;
import dev.kycport.app.step.StepResult;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.failure.SessionRejection;
import dev.kycport.domain.failure.VendorTrace;
import dev.kycport.domain.session.KycSession;
import dev.kycport.domain.session.SessionHeader;
import dev.kycport.ports.observe.KycMeter;
import dev.kycport.ports.store.ConsentProof;
import dev.kycport.ports.store.PendingCodeStore;
import dev.kycport.ports.store.StepWrites;
import dev.kycport.ports.store.StoreUnavailableException;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes a call to a provider in the one order that a crash at any instant leaves explainable: prove the consent and store the
 * intent in one transaction, ask the provider, store the outcome in another.
 */
public final class CallExecutor {

    private static final Logger LOG = LoggerFactory.getLogger(CallExecutor.class);

    /** Longer than this between a step and its call, and the process was suspended or the store very slow. */
    private static final Duration MAX_CALL_DELAY = Duration.ofSeconds(10);

    private final SessionRepository sessions;
    private final ConsentService consents;
    private final PendingCodeStore numbers;
    private final KycMeter meter;
    private final KycEnvironment environment;

    public CallExecutor(
            SessionRepository sessions,
            ConsentService consents,
            PendingCodeStore numbers,
            KycMeter meter,
            KycEnvironment environment) {
        this.sessions = sessions;
        this.consents = consents;
        this.numbers = numbers;
        this.meter = meter;
        this.environment = environment;
    }

    /**
     * Makes the call. Left: no consent, another session holds the number, another step in between, or a failure that left the
     * session as it was.
     */
    public <V> Either<KycFailure, StepResult> execute(GatewayCall<V> call) {
        ProviderCallIntent intent = call.intent();
        Instant decided = environment.now();
        try (LogContext context = LogContext.forCall(intent)) {
            return consents.proveAndStore(intent).flatMap(proof -> ask(call, intent, decided, proof, context));
        }
    }

    // The call is counted even if its outcome cannot be stored.
    private <V> Either<KycFailure, StepResult> ask(
            GatewayCall<V> call, ProviderCallIntent intent, Instant decided, ConsentProof proof, LogContext context) {
        Instant began = environment.now();
        Either<ProviderFailure, V> answer = began.isAfter(decided.plus(MAX_CALL_DELAY))
                ? Either.left(tooLate(intent, Duration.between(decided, began)))
                : context.recordTrace(call.ask(proof));
        Duration took = Duration.between(began, environment.now());
        CallOutcome outcome = answer.fold(call::failed, call::outcome);
        try {
            return storeOutcome(intent, outcome);
        } finally {
            meter.recordCall(intent.metrics(outcome, took));
        }
    }

    // Another node may have given the outcome up for lost and let the person request a second code.
    private static ProviderFailure tooLate(ProviderCallIntent intent, Duration delay) {
        SessionHeader header = intent.before().header();
        LOG.warn(
                "session {}: {} is not asked, because the step began {} s ago: this process was suspended, or its store is slow",
                header.id(),
                header.provider(),
                delay.toSeconds());
        return ProviderFailure.unreachable(VendorTrace.of(header.provider()));
    }

    private Either<KycFailure, StepResult> storeOutcome(ProviderCallIntent intent, CallOutcome outcome) {
        return sessions.saveOutcome(intent, outcome)
                .fold(busy -> Either.left(conflict(intent, outcome)), outcome::result);
    }

    // While the provider was asked, the session was cancelled, its consent withdrawn, or it expired: that state
    // remains.
    private KycFailure conflict(ProviderCallIntent intent, CallOutcome outcome) {
        return sessions.find(intent.before().id()).fold(unknown -> unknown, current -> {
            if (current instanceof KycSession.Live) {
                return new SessionRejection.Busy();
            }
            outcome.number().ifPresent(number -> releaseUnused(current, number));
            return current.rejection();
        });
    }

    // The session is over, so its reservation would only keep the person from starting again.
    private void releaseUnused(KycSession over, StepWrites.NumberWrite number) {
        try {
            if (number instanceof StepWrites.Release) {
                numbers.release(number.number(), over.id());
            }
        } catch (StoreUnavailableException unavailable) {
            LOG.warn(
                    "session {}: could not release the OTP reservation; it will expire: {}",
                    over.id(),
                    unavailable.getMessage());
        }
    }
}
