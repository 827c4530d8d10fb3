package dev.kycport.ports.spi;

import dev.kycport.domain.ProviderId;
import java.time.InstantSource;
import java.util.List;

/**
 * How a provider is found: an adapter names its factory in {@code META-INF/services/dev.kycport.ports.spi.ProviderFactory}, the
 * host adds the jar and names the provider in the configuration, nothing else. Needs a public constructor without
 * parameters, and does nothing until asked.
 */
public interface ProviderFactory {

    /** Under which name the configuration knows it: {@code kyc.providers.<id>}. */
    ProviderId id();

    /** Every key it understands there. */
    List<Setting<?>> settings();

    /**
     * Whether it only plays a provider. Under {@code profile = production} such a one is refused.
     */
    default boolean isDevelopmentOnly() {
        return false;
    }

    /**
     * The provider. Opens no connection yet.
     *
     * @param settings the checked values of {@link #settings()}
     * @param time where it takes the time from, for the {@linkplain dev.kycport.domain.identity.Assurance assurance} of an
     *     identity and for whatever of its own grows old; it never reads the system's clock itself
     * @throws IllegalArgumentException if settings that are right one by one do not go together; the message names the keys
     *     and no secret
     */
    KycProvider create(Settings settings, InstantSource time);
}
