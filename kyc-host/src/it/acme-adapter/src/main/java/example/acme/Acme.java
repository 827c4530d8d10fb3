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
public final class Acme implements ProviderFactory {

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
        AcmeLine line = new AcmeLine(base, settings.get(TOKEN), AcmeProvider.USUAL_PATIENCE);
        return new AcmeProvider(base, new AcmeDirectOtpGateway(line, time));
    }
}
