package dev.kycport.adapter.resilience4j;

import dev.kycport.ports.observe.KycMeter;
import dev.kycport.ports.spi.GuardedProvider;
import dev.kycport.ports.spi.KycProvider;
import dev.kycport.ports.spi.ProviderGuard;
import dev.kycport.ports.spi.Setting;
import dev.kycport.ports.spi.Settings;
import io.github.bucket4j.BlockingStrategy;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** Guards providers with a circuit breaker, a concurrency limit and rate limits. */
public final class ResilienceGuard implements ProviderGuard {

    /** For {@code ServiceLoader}. */
    public ResilienceGuard() {}

    /** Guards a provider; for hosts without configuration files. */
    public static GuardedProvider guard(KycProvider provider, GuardConfig config, InstantSource time, KycMeter meter) {
        return guard(provider, config, time, meter, BlockingStrategy.PARKING);
    }

    @Override
    public List<Setting<?>> settings() {
        return GuardSettings.ALL;
    }

    @Override
    public GuardedProvider guard(KycProvider provider, Settings settings, InstantSource time, KycMeter meter) {
        return guard(provider, GuardSettings.read(settings), time, meter);
    }

    static GuardedProvider guard(
            KycProvider provider,
            GuardConfig config,
            InstantSource time,
            KycMeter meter,
            BlockingStrategy blockingStrategy) {
        Duration callTimeout = provider.callTimeout().plus(config.maxTotalWait());
        ProviderCircuitBreaker providerCircuitBreaker =
                new ProviderCircuitBreaker(provider.id(), config.circuit(), callTimeout, time, meter);
        RequestRateLimiter requestRateLimiter =
                new RequestRateLimiter(config.windows(), config.maxWait(), time, blockingStrategy);
        CallGuard callGuard = new CallGuard(
                provider.id(), providerCircuitBreaker, new ConcurrencyLimiter(config), requestRateLimiter);
        return new GuardedKycProvider(
                provider, callGuard, new ReadRetry(callGuard, config.repeatWithin(), time), config);
    }
}
