package dev.kycport.adapter.accuauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kycport.domain.Flow;
import dev.kycport.ports.spi.Credential;
import dev.kycport.ports.spi.KycProvider;
import dev.kycport.ports.spi.ProviderFactory;
import dev.kycport.ports.spi.Setting;
import dev.kycport.ports.spi.Settings;
import dev.kycport.tck.sample.MovableClock;
import dev.kycport.tck.secrecy.Canary;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class AccuauthProviderFactoryTest {

    @Test
    void the_door_is_on_the_class_path_under_its_name() {
        assertThat(ServiceLoader.load(ProviderFactory.class))
                .filteredOn(factory -> factory.id().value().equals("accuauth"))
                .hasExactlyElementsOfTypes(AccuauthProviderFactory.class);
    }

    @Test
    void both_credentials_must_be_configured_and_all_else_has_a_usual_value() {
        AccuauthProviderFactory door = new AccuauthProviderFactory();

        assertThat(door.settings())
                .filteredOn(setting -> setting.defaultValue().isEmpty())
                .allMatch(Setting::required)
                .extracting(Setting::key)
                .containsExactly("api-id", "api-secret");
        assertThat(door.isDevelopmentOnly()).isFalse();
    }

    @Test
    void the_direct_flow_is_all_there_is() {
        KycProvider accuauth = opened("body", "json");

        assertThat(accuauth.flows()).containsExactly(Flow.DIRECT_OTP);
        assertThat(accuauth.directOtp().orElseThrow().acceptsVirtualIds()).isFalse();
        assertThat(accuauth.callTimeout()).isEqualTo(Duration.ofSeconds(34));
    }

    @Test
    void a_secret_that_would_break_a_header_is_refused_unseen() {
        Credential broken = new Credential("two\nlines-" + "whisper");

        assertThatThrownBy(() -> opened("api-secret", broken))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("api-secret")
                .hasMessageNotContaining("whisper");
    }

    @Test
    void a_base_url_ends_before_the_path_of_the_calls() {
        assertThatThrownBy(() -> opened("base-url", URI.create("https://cloudapi.accuauth.in/verify/")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("base-url");
    }

    private static KycProvider opened(String key, Object value) {
        Map<String, Object> configured = new HashMap<>();
        configured.put("api-id", Canary.DEFAULT.id());
        configured.put("api-secret", Canary.DEFAULT.secret());
        configured.put(key, value);
        Settings settings = new Settings() {
            @Override
            @SuppressWarnings("unchecked")
            public <T> Optional<T> find(Setting<T> setting) {
                return Optional.ofNullable((T) configured.get(setting.key())).or(setting::defaultValue);
            }
        };
        return new AccuauthProviderFactory().create(settings, MovableClock.atSampleTime());
    }
}
