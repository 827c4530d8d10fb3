package dev.kycport.ports.store;

import dev.kycport.domain.consent.Consent;
import dev.kycport.domain.consent.ConsentUse;

/** Makes a proof that no ledger knows of, which only a class of the same package could. */
public final class ForgedProof {

    private ForgedProof() {}

    static ConsentProof forge(Consent.Given consent, ConsentUse use) {
        return new ConsentProof(consent, use);
    }
}
