package dev.kycport.ports.spi;

import dev.kycport.domain.ProviderId;
import java.time.InstantSource;
import java.util.List;

/**
 * Creates a provider. An adapter names its factory in {@code META-INF/services/dev.kycport.ports.spi.ProviderFactory};
 * the host adds the jar and names the provider in the configuration. Needs a public constructor without parameters,
 * which does nothing.
 */
public interface ProviderFactory {

    /** The name in the configuration: {@code kyc.providers.<id>}. */
    ProviderId id();

    /** All keys that it reads there. */
    List<Setting<?>> settings();

    /** Whether the provider is simulated. {@code profile = production} refuses such a provider. */
    default boolean isDevelopmentOnly() {
        return false;
    }

    /**
     * Creates the provider. Opens no connection yet.
     *
     * @param settings the validated values of {@link #settings()}
     * @param time the clock, for the {@linkplain dev.kycport.domain.identity.Assurance assurance} of an identity and
     *     for whatever expires in the adapter; an adapter never reads the system clock
     * @throws IllegalArgumentException if settings that are valid one by one contradict each other; the message names
     *     the keys and contains no secret
     */
    KycProvider create(Settings settings, InstantSource time);
}
