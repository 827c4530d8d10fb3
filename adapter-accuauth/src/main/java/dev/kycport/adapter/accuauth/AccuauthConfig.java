package dev.kycport.adapter.accuauth;

import dev.kycport.adapter.feign.BodyFormat;
import dev.kycport.adapter.feign.HttpSettings;
import dev.kycport.ports.spi.Credential;
import dev.kycport.ports.spi.Setting;
import dev.kycport.ports.spi.Settings;
import java.net.URI;
import java.util.List;
import java.util.Locale;

/**
 * The configuration of AccuAuth.
 *
 * @param http base URL, time and size limits
 * @param apiId the header {@code X-DF-API-ID}
 * @param apiSecret the header {@code X-DF-API-SECRET}
 * @param body the format of requests; AccuAuth does not document it, and public clients use both
 */
public record AccuauthConfig(HttpSettings http, Credential apiId, Credential apiSecret, BodyFormat body) {

    private static final Setting<URI> BASE_URL = HttpSettings.baseUrl("https://cloudapi.accuauth.in");
    private static final Setting<Credential> API_ID = Setting.credential("api-id");
    private static final Setting<Credential> API_SECRET = Setting.credential("api-secret");
    private static final Setting<String> BODY = Setting.choice("body", "form", "json");

    public AccuauthConfig {
        if (http.baseUrl().getPath().matches(".*/verify/?")) {
            throw new IllegalArgumentException(
                    BASE_URL.key() + " must end before /verify, which the calls bring along");
        }
    }

    static List<Setting<?>> declaredSettings() {
        return HttpSettings.declaredSettings(BASE_URL, API_ID, API_SECRET, BODY);
    }

    static AccuauthConfig from(Settings settings) {
        BodyFormat body = BodyFormat.valueOf(settings.get(BODY).toUpperCase(Locale.ROOT));
        return new AccuauthConfig(
                HttpSettings.from(BASE_URL, settings), settings.get(API_ID), settings.get(API_SECRET), body);
    }
}
