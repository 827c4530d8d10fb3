package dev.kycport.ports.spi;

import dev.kycport.ports.observe.KycMeter;
import java.time.InstantSource;
import java.util.List;

/**
 * What stands between the application and every provider, so that one that is down is left in peace and none is asked more
 * than it allows. Found by {@code ServiceLoader} as a {@link ProviderFactory} is: the host adds the jar, nothing else; of two
 * guards on the class path the configuration complains. Needs a public constructor without parameters, and does nothing
 * until asked.
 */
public interface ProviderGuard {

    /** Every key it understands in {@code kyc.providers.<id>.guard}; none of them is required. */
    List<Setting<?>> settings();

    /**
     * The same provider, guarded: same id, flows, policies and endpoint, with a {@linkplain KycProvider#callTimeout() patience}
     * that covers what the guard may add. Each call makes a guard of its own, which shares nothing with others.
     *
     * <p>The guard answers in the provider's place with {@code provider.unreachable} while its circuit is open, and with
     * {@code provider.throttled} where a limit is reached; both prove that nothing was sent, and the trace names the provider
     * and nothing else. It may repeat, once, a call that has no effect on the person ({@code connect} and
     * {@code reload-captcha} of the captcha flow, {@code collect-documents}), and only after {@code provider.unreachable}.
     *
     * @param settings the checked values of {@link #settings()}
     * @param time where it takes the time from
     * @param meter is told when the circuit changes its state
     * @throws IllegalArgumentException if settings that are right one by one do not go together; the message names the keys
     */
    GuardedProvider guard(KycProvider provider, Settings settings, InstantSource time, KycMeter meter);
}
