package dev.kycport.ports.observe;

import dev.kycport.domain.ProviderId;
import java.time.Duration;

/**
 * Counts provider calls and circuit changes. It cannot affect a session.
 *
 * <p>Implementations are thread-safe, return at once and throw nothing; kyc-app catches an exception all the same and
 * logs it once. They create few time series: the values of {@link ProviderCallMetrics} are bounded, and implementations
 * add no unbounded ones.
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
     * Records one provider call, also one that our own guard refused. Called on the caller's thread, once for each
     * stored intent, after its outcome was stored or could not be. A read that the guard repeated counts as one call.
     */
    void recordCall(ProviderCallMetrics call);

    /**
     * Records a state change of a provider's circuit, on the thread of the call that caused it.
     *
     * @param circuit the new state
     */
    void recordCircuitChange(ProviderId provider, ProviderHealth.Circuit circuit);

    /**
     * Records how far the clock of this node is from the database's, each time that they are compared.
     *
     * @param skew positive if the node is ahead, negative if it is behind
     */
    default void recordClockSkew(Duration skew) {}
}
