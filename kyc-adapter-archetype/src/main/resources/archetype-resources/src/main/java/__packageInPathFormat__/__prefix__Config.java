package ${package};

import dev.kycport.adapter.feign.HttpSettings;
import dev.kycport.ports.spi.Credential;
import dev.kycport.ports.spi.Setting;
import dev.kycport.ports.spi.Settings;
import java.net.URI;
import java.util.List;

/** The configuration of ${prefix}: the keys below {@code kyc.providers.${vendor}}. */
public record ${prefix}Config(HttpSettings http, Credential clientId, Credential clientSecret) {

    // TODO: the vendor's base URL and credentials.
    private static final Setting<URI> BASE_URL = HttpSettings.baseUrl("https://api.${vendor}.example");
    private static final Setting<Credential> CLIENT_ID = Setting.credential("client-id");
    private static final Setting<Credential> CLIENT_SECRET = Setting.credential("client-secret");

    static List<Setting<?>> declaredSettings() {
        return HttpSettings.declaredSettings(BASE_URL, CLIENT_ID, CLIENT_SECRET);
    }

    static ${prefix}Config from(Settings settings) {
        return new ${prefix}Config(
                HttpSettings.from(BASE_URL, settings), settings.get(CLIENT_ID), settings.get(CLIENT_SECRET));
    }
}
