package dev.kycport.app.config;

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

/** A vendor with a setting of every kind, who offers the direct flow alone. */
record TestVendorFactory(ProviderId id) implements ProviderFactory {

    static final Setting<URI> BASE_URL = Setting.url("base-url", "https://vendor.example");
    static final Setting<Credential> CLIENT_ID = Setting.credential("client-id");
    static final Setting<Credential> CLIENT_SECRET = Setting.credential("client-secret");
    static final Setting<Credential> PROXY_SECRET = Setting.optionalCredential("proxy-secret");
    static final Setting<Duration> READ_TIMEOUT = Setting.duration("read-timeout", Duration.ofSeconds(30));
    static final Setting<Duration> CONNECT_TIMEOUT = Setting.duration("connect-timeout", Duration.ofSeconds(3));
    static final Setting<Long> LARGEST = Setting.size("largest-reply", 8L << 20);
    static final Setting<Integer> CALLS = Setting.count("calls", 5);
    static final Setting<String> BODY = Setting.choice("body", "json", "form");
    static final Setting<String> NOTE = Setting.text("note", "");

    static TestVendorFactory named(String name) {
        return new TestVendorFactory(new ProviderId(name));
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of(
                BASE_URL,
                CLIENT_ID,
                CLIENT_SECRET,
                PROXY_SECRET,
                READ_TIMEOUT,
                CONNECT_TIMEOUT,
                LARGEST,
                CALLS,
                BODY,
                NOTE);
    }

    @Override
    public KycProvider create(Settings settings, InstantSource time) {
        if (settings.get(CONNECT_TIMEOUT).compareTo(settings.get(READ_TIMEOUT)) > 0) {
            throw new IllegalArgumentException("connect-timeout must not exceed read-timeout");
        }
        return new Direct(id, FakeProviderFactory.provider(FakeConfig.defaults(), time));
    }

    private record Direct(ProviderId id, KycProvider fake) implements KycProvider {

        @Override
        public Duration callTimeout() {
            return fake.callTimeout();
        }

        @Override
        public Optional<DirectOtpGateway> directOtp() {
            return fake.directOtp();
        }
    }
}
