package dev.kycport.ports.observe;

import dev.kycport.domain.ProviderId;

/**
 * Where calls and circuits are counted. An onlooker: whatever it does, no session is changed by it.
 *
 * <p>Implementations are safe for use by many threads, return at once and throw nothing; kyc-app catches what one throws all
 * the same and logs it once. They make few series: the values of a {@link ProviderCallMetrics} are bounded, and nothing may be added to
 * them that is not.
 */
public interface KycMeter {

    /** Counts nothing. */
    KycMeter NONE = new KycMeter() {
        @Override
        public void recordCall(ProviderCallMetrics call) {}

        @Override
        public void recordCircuitChange(ProviderId provider, ProviderHealth.Circuit circuit) {}
    };

    /**
     * A provider was asked, or would have been had our own guard not held the call back. Called on the caller's thread, once
     * for each intent on record, after its outcome was stored or could not be. A reading call that the guard made twice
     * counts as one.
     */
    void recordCall(ProviderCallMetrics call);

    /**
     * A provider's circuit changed its state. Called on the thread of the call that made it change.
     *
     * @param circuit the state it is in now
     */
    void recordCircuitChange(ProviderId provider, ProviderHealth.Circuit circuit);
}
