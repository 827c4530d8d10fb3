package dev.kycport.app;

import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.failure.Rejection;
import dev.kycport.domain.failure.SessionRejection;
import dev.kycport.domain.session.KycSession;
import dev.kycport.ports.ConsentProof;
import io.vavr.control.Either;
import java.util.function.Function;

/**
 * The one way in which a provider is asked: prove the consent, store the intent, call, store the outcome. At every instant
 * between, what is on record explains what may have happened.
 */
final class Caller {

    private final Desk desk;
    private final ConsentDesk consents;

    Caller(Desk desk, ConsentDesk consents) {
        this.desk = desk;
        this.consents = consents;
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
        return consents.prove(call)
                .flatMap(proof -> desk.save(call.before(), call.intent(), Entries.intent(call, desk.now()))
                        .flatMap(intent -> store(call, then.apply(ask.apply(proof)))));
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
}
