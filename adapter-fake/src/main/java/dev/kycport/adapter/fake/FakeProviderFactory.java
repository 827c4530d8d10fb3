package dev.kycport.adapter.fake;

import dev.kycport.adapter.memory.InMemoryConsentLedger;
import dev.kycport.adapter.memory.InMemoryPendingCodeStore;
import dev.kycport.adapter.memory.InMemorySessionStore;
import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.ProviderId;
import dev.kycport.ports.spi.KycProvider;
import dev.kycport.ports.spi.ProviderFactory;
import dev.kycport.ports.spi.Setting;
import dev.kycport.ports.spi.Settings;
import dev.kycport.ports.spi.StoreFactory;
import dev.kycport.ports.store.PendingCodeStore;
import dev.kycport.ports.store.Stores;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The door: the provider {@code fake} and the stores {@code memory}. Each call opens another one, which shares nothing with
 * those before.
 *
 * <p>The number decides what comes of sending: 9999 4105 7058, or the virtual id 9123 4567 8901 2346 that stands for it, gets
 * a code; 9999 7165 8847 has no mobile linked; for 9999 3311 9405 a code is already pending; for 9999 5518 3433 the source
 * is down; 9999 9050 1894 times out; every other number is unknown. Of the codes, 123456 is right, 000000 has expired,
 * 999999 times out, the rest are wrong. A captcha says {@code KYC42} and after each reload one more. DigiLocker accepts the
 * grants {@code granted} and {@code empty}. What was right works once: a code that was verified, or that a later one of the
 * same session replaced, is unknown from then on; attempts are not counted.
 */
public final class FakeProviderFactory implements ProviderFactory, StoreFactory {

    static final ProviderId ID = new ProviderId("fake");

    private static final String MEMORY = "memory";
    private static final Setting<String> PENDING_CODES = Setting.choice("pending-codes", "off", "on");
    private static final Setting<Duration> LATENCY =
            Setting.duration(FakeConfig.LATENCY, FakeConfig.defaults().latency());

    /** For {@code ServiceLoader}. */
    public FakeProviderFactory() {}

    /** The provider with all three flows. */
    public static KycProvider provider(FakeConfig config, InstantSource time) {
        return new FakeProvider(config, time, Sleeper.SLEEPING);
    }

    /**
     * Empty stores in memory: gone with the process, and never larger than they may be. They do not remember who a code is on
     * its way to, since whoever tries things out has one number to do it with; {@code memory} with {@code pending-codes = on}
     * does.
     */
    public static Stores stores() {
        return stores(PendingCodeStore.NONE);
    }

    private static Stores stores(PendingCodeStore pending) {
        InMemoryConsentLedger consents = new InMemoryConsentLedger(InMemoryConsentLedger.MAX_CONSENTS);
        InMemorySessionStore sessions =
                new InMemorySessionStore(InMemorySessionStore.MAX_SESSIONS, consents::isWithdrawn);
        return new Stores(sessions, consents, sessions, pending, Optional.empty(), () -> {});
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

    /** Both: the provider only plays one, and the stores are gone with the process. */
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

    @Override
    public boolean supports(String url) {
        return url.equals(MEMORY);
    }

    @Override
    public List<Setting<?>> settings(String url) {
        return List.of(PENDING_CODES);
    }

    @Override
    public Stores open(String url, Settings settings) {
        boolean remembers = settings.get(PENDING_CODES).equals("on");
        return stores(
                remembers
                        ? new InMemoryPendingCodeStore(InMemoryPendingCodeStore.MAX_RESERVATIONS)
                        : PendingCodeStore.NONE);
    }

    private static Setting<String> outcome(ProviderCall call) {
        return Setting.text(call.code(), FakeConfig.MAGIC);
    }
}
