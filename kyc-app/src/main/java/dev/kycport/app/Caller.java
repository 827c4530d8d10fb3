package dev.kycport.app;

import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.failure.Rejection;
import dev.kycport.domain.failure.SessionRejection;
import dev.kycport.domain.session.KycSession;
import dev.kycport.ports.ConsentProof;
import dev.kycport.ports.KycMeter;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The one way in which a provider is asked: prove the consent, store the intent, call, store the outcome. At every instant
 * between, what is on record explains what may have happened.
 */
final class Caller {

    private final Desk desk;
    private final ConsentDesk consents;
    private final KycMeter meter;

    Caller(Desk desk, ConsentDesk consents, KycMeter meter) {
        this.desk = desk;
        this.consents = consents;
        this.meter = meter;
    }

    /**
     * Makes the call.
     *
     * @param ask asks the provider
     * @param then what its answer makes of the session
     */
    <V> Either<KycFailure, Progress> make(
            Call call,
            Function<ConsentProof, Either<ProviderFailure, V>> ask,
            Function<Either<ProviderFailure, V>, Outcome> then) {
        return answered(call, ask, then).map(Answered::progress);
    }

    /** Makes the call for a step that is not over with it. */
    <V> Either<KycFailure, Answered<V>> answered(
            Call call,
            Function<ConsentProof, Either<ProviderFailure, V>> ask,
            Function<Either<ProviderFailure, V>, Outcome> then) {
        try (LogContext context = LogContext.of(call)) {
            return consents.prove(call)
                    .flatMap(proof -> desk.save(call.before(), call.intent(), Entries.intent(call, desk.now()))
                            .flatMap(intent -> asked(call, () -> context.traced(ask.apply(proof)), then)));
        }
    }

    private <V> Either<KycFailure, Answered<V>> asked(
            Call call, Supplier<Either<ProviderFailure, V>> ask, Function<Either<ProviderFailure, V>, Outcome> then) {
        Instant began = desk.now();
        Either<ProviderFailure, V> answer = ask.get();
        Duration took = Duration.between(began, desk.now());
        Outcome outcome = then.apply(answer);
        try {
            return store(call, outcome).map(progress -> new Answered<>(progress, answer));
        } finally {
            meter.called(call.made(outcome, took));
        }
    }

    private Either<KycFailure, Progress> store(Call call, Outcome outcome) {
        return desk.save(call.intent(), outcome.next(), Entries.outcome(call, outcome, desk.now()))
                .fold(busy -> Either.left(overtaken(call)), next -> answer(next, outcome));
    }

    private static Either<KycFailure, Progress> answer(KycSession next, Outcome outcome) {
        return outcome.unmoved()
                .<Either<KycFailure, Progress>>map(Either::left)
                .orElseGet(() -> Either.right(new Progress(next, outcome.report())));
    }

    // While the provider was asked, the session was cancelled, its consent withdrawn, or its time ran out: that stands.
    private KycFailure overtaken(Call call) {
        Rejection busy = new SessionRejection.Busy();
        return desk.find(call.before().id())
                .fold(gone -> gone, now -> now instanceof KycSession.Live ? busy : now.refusal());
    }

    /**
     * A call that led somewhere.
     *
     * @param progress what is on record now
     * @param answer what the provider said, with all that is not on record: for the same step, and then forgotten
     */
    record Answered<V>(Progress progress, Either<ProviderFailure, V> answer) {}
}
