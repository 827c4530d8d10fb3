package dev.kycport.ports.spi;

import dev.kycport.ports.observe.ProviderHealth;

/**
 * A provider behind a {@link ProviderGuard}. Its gateways keep the contract of their ports: an answer that the guard gives
 * itself is a {@code ProviderFailure} which proves that nothing was sent, and what has an effect is asked of the provider at
 * most once.
 */
public interface GuardedProvider extends KycProvider {

    /** How the guard stands at this moment. Asks the provider nothing. */
    ProviderHealth health();
}
