package dev.kycport.ports.spi;

import dev.kycport.ports.observe.KycMeter;
import java.time.InstantSource;
import java.util.List;

/**
 * Protects a provider with a circuit breaker, a bulkhead and rate limits. Found by {@code ServiceLoader} as a {@link
 * ProviderFactory} is: the host only adds the jar. Two guards on the class path are a configuration error. Needs a
 * public constructor without parameters, which does nothing.
 */
public interface ProviderGuard {

    /** All keys that it reads in {@code kyc.providers.<id>.guard}; none is required. */
    List<Setting<?>> settings();

    /**
     * Wraps a provider: same id, flows, policies and endpoint, with a {@linkplain KycProvider#callTimeout() call
     * timeout} that includes what the guard may add. Each call creates a guard that shares nothing with others.
     *
     * <p>The guard answers {@code provider.unreachable} while its circuit is open, and {@code provider.throttled} if a
     * limit is reached. Both prove that nothing was sent, and their trace contains only the provider. It may repeat,
     * once and only after {@code provider.unreachable}, a call that has no effect on the person: {@code connect},
     * {@code reload-captcha} and {@code collect-documents}.
     *
     * @param settings the validated values of {@link #settings()}
     * @param time the clock
     * @param meter receives the state changes of the circuit
     * @throws IllegalArgumentException if settings that are valid one by one contradict each other; the message names
     *     the keys
     */
    GuardedProvider guard(KycProvider provider, Settings settings, InstantSource time, KycMeter meter);
}
