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

/** Creates the provider; found by {@code ServiceLoader} and configured by {@code kyc.providers.acme}. */
public final class AcmeProviderFactory implements ProviderFactory {

    static final ProviderId ID = new ProviderId("acme");
    static final Setting<URI> BASE_URL = Setting.url("base-url", "https://kyc.acme.example");
    static final Setting<Credential> TOKEN = Setting.credential("token");

    @Override
    public ProviderId id() {
        return ID;
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of(BASE_URL, TOKEN);
    }

    @Override
    public KycProvider create(Settings settings, InstantSource time) {
        URI base = settings.get(BASE_URL);
        AcmeHttpClient client = new AcmeHttpClient(base, settings.get(TOKEN), AcmeProvider.READ_TIMEOUT);
        return new AcmeProvider(base, new AcmeDirectOtpGateway(client, time));
    }
}
