package dev.kycport.ports.store;

import dev.kycport.domain.consent.Consent;
import dev.kycport.domain.consent.ConsentEvent;
import dev.kycport.domain.consent.ConsentHistory;
import dev.kycport.domain.consent.ConsentUse;
import dev.kycport.domain.consent.Purpose;
import dev.kycport.domain.failure.ConsentRejection;
import dev.kycport.domain.failure.KycFailure;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/**
 * Proof that a durably stored consent covers one call. Every gateway method requires one. Only {@link
 * ConsentLedger#prove} and {@link StepStore#prove} create it, because nothing here that creates one is public.
 */
public final class ConsentProof {

    private final Consent.Given consent;
    private final ConsentUse use;

    ConsentProof(Consent.Given consent, ConsentUse use) {
        this.consent = consent;
        this.use = use;
    }

    /**
     * The proof, once the use is stored.
     *
     * @param events all events of the consent
     * @param store stores the use durably after these events; Left if it did not
     */
    static Either<KycFailure, ConsentProof> issue(
            List<ConsentEvent> events,
            ConsentUse use,
            Instant now,
            Function<ConsentEvent, Either<KycFailure, ConsentEvent>> store) {
        if (events.isEmpty()) {
            return Either.left(new ConsentRejection.Missing());
        }
        return ConsentHistory.replay(events)
                .allows(use, now)
                .flatMap(allowed -> store.apply(new ConsentEvent.WasUsed(allowed.id(), now, use))
                        .map(stored -> new ConsentProof(allowed, use)));
    }

    /** The consent, as the ledger has it. */
    public Consent.Given consent() {
        return consent;
    }

    /** The call that it was issued for. */
    public ConsentUse use() {
        return use;
    }

    /** The purpose that the person agreed to, for providers that require it. */
    public Purpose purpose() {
        return use.purpose();
    }

    @Override
    public String toString() {
        return "ConsentProof[" + consent.id() + " for " + use.call().code() + "]";
    }
}
