package dev.kycport.ports.store;

import dev.kycport.domain.consent.Consent;
import dev.kycport.domain.consent.ConsentUse;
import dev.kycport.domain.consent.Purpose;

/**
 * Proof that a durably stored consent covers one call. Every gateway method requires one. Only {@link
 * ConsentLedger#prove} creates it, because the constructor is package-private.
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
