package dev.kycport.adapter.deepvue;

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
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class DeepvueProviderFactoryTest {

    private static final Map<String, Object> CREDENTIALS =
            Map.of("client-id", Canary.DEFAULT.id(), "client-secret", Canary.DEFAULT.secret());

    @Test
    void it_is_found_on_the_class_path() {
        assertThat(ServiceLoader.load(ProviderFactory.class))
                .extracting(ProviderFactory::id)
                .containsOnlyOnce(DeepvueProviderFactory.ID);
    }

    @Test
    void its_credentials_are_all_that_must_be_configured() {
        assertThat(new DeepvueProviderFactory().settings())
                .filteredOn(Setting::required)
                .extracting(Setting::key)
                .containsExactlyInAnyOrder("client-id", "client-secret");
    }

    @Test
    void it_offers_all_three_flows_and_takes_no_virtual_ids() {
        KycProvider deepvue = new DeepvueProviderFactory().create(settings(CREDENTIALS), MovableClock.atSampleTime());

        assertThat(deepvue.flows()).containsExactlyInAnyOrder(Flow.values());
        assertThat(deepvue.directOtp().orElseThrow().acceptsVirtualIds()).isFalse();
        assertThat(deepvue.captchaOtp().orElseThrow().acceptsVirtualIds()).isFalse();
    }

    @Test
    void its_patience_covers_connecting_and_reading() {
        KycProvider deepvue = new DeepvueProviderFactory().create(settings(CREDENTIALS), MovableClock.atSampleTime());

        assertThat(deepvue.callTimeout()).isEqualTo(Duration.ofSeconds(3 + 30 + 1));
    }

    @Test
    void a_credential_that_no_header_can_carry_is_refused_without_being_shown() {
        Settings broken = settings(
                Map.of("client-id", Canary.DEFAULT.id(), "client-secret", new Credential("line\nbreak-" + "whisper")));

        assertThatThrownBy(() -> new DeepvueProviderFactory().create(broken, MovableClock.atSampleTime()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("client-secret")
                .hasMessageNotContaining("whisper");
    }

    @Test
    void a_base_url_that_brings_the_version_along_is_refused() {
        Settings doubled = settings(Map.of(
                "client-id", Canary.DEFAULT.id(),
                "client-secret", Canary.DEFAULT.secret(),
                "base-url", URI.create("https://pre-production.deepvue.tech/v1")));

        assertThatThrownBy(() -> new DeepvueProviderFactory().create(doubled, MovableClock.atSampleTime()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("base-url");
    }

    @Test
    void a_return_parameter_without_a_name_is_refused() {
        Settings nameless = settings(Map.of(
                "client-id", Canary.DEFAULT.id(),
                "client-secret", Canary.DEFAULT.secret(),
                "return-code", " , "));

        assertThatThrownBy(() -> new DeepvueProviderFactory().create(nameless, MovableClock.atSampleTime()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("return-code");
    }

    private static Settings settings(Map<String, Object> configured) {
        return new Settings() {
            @Override
            @SuppressWarnings("unchecked")
            public <T> Optional<T> find(Setting<T> setting) {
                return Optional.ofNullable((T) configured.get(setting.key())).or(setting::defaultValue);
            }
        };
    }
}
