package dev.kycport.adapter.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.kycport.domain.Flow;
import dev.kycport.domain.ProviderCall;
import dev.kycport.ports.spi.KycProvider;
import dev.kycport.ports.spi.ProviderFactory;
import dev.kycport.ports.spi.Setting;
import dev.kycport.ports.spi.Settings;
import dev.kycport.tck.sample.SampleSettings;
import java.time.Duration;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FakeProviderFactoryTest {

    private final FakeProviderFactory factory = new FakeProviderFactory();

    @Test
    void it_is_found_on_the_class_path() {
        assertThat(ServiceLoader.load(ProviderFactory.class)).hasAtLeastOneElementOfType(FakeProviderFactory.class);
    }

    @Test
    void it_is_called_fake_offers_every_flow_and_is_not_for_production() {
        KycProvider provider = FakeFixtures.provider();

        assertThat(factory.id()).hasToString("fake").isEqualTo(provider.id());
        assertThat(factory.isDevelopmentOnly()).isTrue();
        assertThat(provider.flows()).containsExactlyInAnyOrder(Flow.values());
    }

    @Test
    void its_settings_are_the_latency_and_one_outcome_a_call() {
        assertThat(factory.settings())
                .extracting(Setting::key)
                .containsExactly(
                        "latency",
                        "connect",
                        "reload-captcha",
                        "send-code",
                        "verify-code",
                        "offer-authorization",
                        "take-up-authorization",
                        "collect-documents");
    }

    @Test
    void what_is_configured_is_what_it_does() {
        KycProvider provider = factory.create(
                new SampleSettings(Map.of("latency", Duration.ofMillis(1), "connect", "provider.quota")),
                () -> FakeFixtures.NOW);

        assertThat(provider.callTimeout()).isEqualTo(Duration.ofMillis(5001));
        assertThat(provider.captchaOtp()
                        .orElseThrow()
                        .fetchCaptcha(FakeFixtures.proof(ProviderCall.CONNECT))
                        .getLeft()
                        .code())
                .isEqualTo("provider.quota");
    }

    @Test
    void a_wrong_outcome_is_refused_by_its_key() {
        Settings settings = new SampleSettings(Map.of("verify-code", "otp.wrong"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> factory.create(settings, () -> FakeFixtures.NOW))
                .withMessageStartingWith("verify-code");
    }
}
