package example.acme;

import dev.kycport.domain.ProviderId;
import dev.kycport.ports.spi.Credential;
import dev.kycport.ports.spi.KycProvider;
import dev.kycport.ports.spi.ProviderFactory;
import dev.kycport.ports.spi.Setting;
import dev.kycport.ports.spi.Settings;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;

/** Found by {@code ServiceLoader}; {@code kyc.providers.acme} configures it. */
public final class AcmeProviderFactory implements ProviderFactory {

    static final ProviderId ID = new ProviderId("acme");
    static final Setting<URI> BASE_URL = Setting.url("base-url", "https://kyc.acme.example");
    static final Setting<Credential> CLIENT_ID = Setting.credential("client-id");
    static final Setting<Credential> CLIENT_SECRET = Setting.credential("client-secret");

    @Override
    public ProviderId id() {
        return ID;
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of(BASE_URL, CLIENT_ID, CLIENT_SECRET);
    }

    @Override
    public KycProvider create(Settings settings, InstantSource time) {
        AcmeHttpClient http = new AcmeHttpClient(settings.get(BASE_URL), AcmeProvider.READ_TIMEOUT);
        AcmeTokenSource tokens =
                new AcmeTokenSource(http, settings.get(CLIENT_ID), settings.get(CLIENT_SECRET), time);
        return AcmeProvider.of(settings.get(BASE_URL), new AcmeCalls(http, tokens), time);
    }
}
