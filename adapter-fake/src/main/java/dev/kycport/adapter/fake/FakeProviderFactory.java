package dev.kycport.adapter.fake;

import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.ProviderId;
import dev.kycport.ports.spi.KycProvider;
import dev.kycport.ports.spi.ProviderFactory;
import dev.kycport.ports.spi.Setting;
import dev.kycport.ports.spi.Settings;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Makes the provider {@code fake}, which simulates all three flows. A session that one fake began
 * continues with another, so it survives a restart.
 *
 * <p>The number decides what comes of sending: 9999 4105 7058, its virtual id 9123 4567 8901 2346, and the invented
 * 9999 0000 0016, 0028, 0037, 0044 and 0059 get a code; 9999 7165 8847 has no mobile linked; for 9999 3311 9405 a code is already pending; for 9999 5518 3433 the source
 * is down; 9999 9050 1894 times out; every other number is unknown. Of the codes, 123456 is right, 000000 has expired,
 * 999999 times out, the rest are wrong. A captcha says {@code KYC42} and after each reload one more. DigiLocker accepts the
 * grants {@code granted} and {@code empty}. What was right works once: a code that was verified, or that a later one of the
 * same session replaced, is unknown from then on, until a restart; attempts are not counted.
 */
public final class FakeProviderFactory implements ProviderFactory {

    static final ProviderId ID = new ProviderId("fake");

    private static final Setting<Duration> LATENCY =
            Setting.duration(FakeConfig.LATENCY, FakeConfig.defaults().latency());

    /** For {@code ServiceLoader}. */
    public FakeProviderFactory() {}

    /** The provider with all three flows. */
    public static KycProvider provider(FakeConfig config, InstantSource time) {
        return new FakeProvider(config, time, Sleeper.SLEEPING);
    }

    @Override
    public ProviderId id() {
        return ID;
    }

    @Override
    public List<Setting<?>> settings() {
        List<Setting<?>> settings = new ArrayList<>(List.of(LATENCY));
        Arrays.stream(ProviderCall.values()).map(FakeProviderFactory::outcome).forEach(settings::add);
        return settings;
    }

    /** It simulates a provider: nobody is verified. */
    @Override
    public boolean isDevelopmentOnly() {
        return true;
    }

    @Override
    public KycProvider create(Settings settings, InstantSource time) {
        FakeConfig config = FakeConfig.defaults().withLatency(settings.get(LATENCY));
        for (ProviderCall call : ProviderCall.values()) {
            config = config.withOutcome(call, settings.get(outcome(call)));
        }
        return provider(config, time);
    }

    private static Setting<String> outcome(ProviderCall call) {
        return Setting.text(call.code(), FakeConfig.MAGIC);
    }
}
