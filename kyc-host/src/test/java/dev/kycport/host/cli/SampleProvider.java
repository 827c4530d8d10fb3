package dev.kycport.host.cli;

import dev.kycport.adapter.fake.FakeConfig;
import dev.kycport.adapter.fake.FakeProviderFactory;
import dev.kycport.domain.ProviderId;
import dev.kycport.ports.gateway.DirectOtpGateway;
import dev.kycport.ports.spi.Credential;
import dev.kycport.ports.spi.KycProvider;
import dev.kycport.ports.spi.ProviderFactory;
import dev.kycport.ports.spi.Setting;
import dev.kycport.ports.spi.Settings;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** A provider that wants credentials and counts as a real one; it sends its codes nowhere. */
public final class SampleProvider implements ProviderFactory {

    static final ProviderId ID = new ProviderId("sample");

    private static final Setting<Credential> ACCESS_KEY = Setting.credential("access-key");
    private static final Setting<Credential> SECRET = Setting.credential("client-secret");

    private static final Setting<URI> BASE_URL = Setting.url("base-url", "https://sample.invalid");

    @Override
    public ProviderId id() {
        return ID;
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of(ACCESS_KEY, SECRET, BASE_URL);
    }

    @Override
    public KycProvider create(Settings settings, InstantSource time) {
        settings.get(ACCESS_KEY);
        settings.get(SECRET);
        KycProvider fake = FakeProviderFactory.provider(FakeConfig.defaults(), time);
        return new KycProvider() {
            @Override
            public ProviderId id() {
                return ID;
            }

            @Override
            public Duration callTimeout() {
                return fake.callTimeout();
            }

            @Override
            public Optional<URI> endpoint() {
                return settings.find(BASE_URL);
            }

            @Override
            public Optional<DirectOtpGateway> directOtp() {
                return fake.directOtp();
            }
        };
    }
}
