package dev.kycport.ports.store;

import dev.kycport.domain.consent.Consent;
import dev.kycport.domain.consent.ConsentUse;
import dev.kycport.domain.consent.Purpose;

/**
 * That a consent on durable record covers one call: the ticket without which no gateway can be called. Only
 * {@link ConsentLedger#prove} can make one, since nobody else can call the constructor.
 */
public final class ConsentProof {

    private final Consent.Given consent;
    private final ConsentUse use;

    ConsentProof(Consent.Given consent, ConsentUse use) {
        this.consent = consent;
        this.use = use;
    }

    /** The consent, as the ledger has it. */
    public Consent.Given consent() {
        return consent;
    }

    /** The call it was proved for. */
    public ConsentUse use() {
        return use;
    }

    /** What the person agreed to, for providers that want to be told. */
    public Purpose purpose() {
        return use.purpose();
    }

    @Override
    public String toString() {
        return "ConsentProof[" + consent.id() + " for " + use.call().code() + "]";
    }
}
