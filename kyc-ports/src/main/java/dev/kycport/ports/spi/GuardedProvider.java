package dev.kycport.ports.spi;

import dev.kycport.ports.observe.ProviderHealth;

/**
 * A provider behind a {@link ProviderGuard}. Its gateways keep the contract of their ports: an answer by the guard
 * itself is a {@code ProviderFailure} that proves that nothing was sent, and a call that has an effect is made at most
 * once.
 */
public interface GuardedProvider extends KycProvider {

    /** The state of the guard at this moment. Does not call the provider. */
    ProviderHealth health();
}
