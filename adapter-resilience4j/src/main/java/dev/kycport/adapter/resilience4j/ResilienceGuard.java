package dev.kycport.adapter.resilience4j;

import dev.kycport.ports.GuardedProvider;
import dev.kycport.ports.KycMeter;
import dev.kycport.ports.KycProvider;
import dev.kycport.ports.ProviderGuard;
import dev.kycport.ports.Setting;
import dev.kycport.ports.Settings;
import io.github.bucket4j.BlockingStrategy;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** The door: guards providers by circuit breaker, bulkhead and rate windows. */
public final class ResilienceGuard implements ProviderGuard {

    /** For {@code ServiceLoader}. */
    public ResilienceGuard() {}

    /** The same provider, guarded by these rules; for hosts that put things together by hand. */
    public static GuardedProvider guard(KycProvider provider, GuardConfig rules, InstantSource time, KycMeter meter) {
        return guard(provider, rules, time, meter, BlockingStrategy.PARKING);
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
            KycProvider provider, GuardConfig rules, InstantSource time, KycMeter meter, BlockingStrategy waiting) {
        Duration patience = provider.patience().plus(rules.waits());
        Circuit circuit = new Circuit(provider.id(), rules.circuit(), patience, time, meter);
        Pace pace = new Pace(rules.windows(), rules.maxWait(), time, waiting);
        Gate gate = new Gate(provider.id(), circuit, new Places(rules), pace);
        return new GuardedKycProvider(provider, gate, new Repetition(gate, rules.repeatWithin(), time), rules);
    }
}
