package dev.kycport.adapter.resilience4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kycport.app.config.KycConfig;
import dev.kycport.app.config.KycConfigException;
import dev.kycport.app.config.Plugins;
import dev.kycport.app.runtime.InstalledPlugins;
import dev.kycport.app.runtime.KycRuntime;
import dev.kycport.ports.observe.ProviderHealth;
import dev.kycport.ports.spi.GuardedProvider;
import dev.kycport.ports.spi.KycProvider;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class GuardConfigurationTest {

    private static final Plugins INSTALLED = InstalledPlugins.find();

    @Test
    void a_provider_is_guarded_because_the_jar_is_there() {
        try (KycRuntime port = KycRuntime.from(config("", Map.of()))) {
            assertThat(port.providers()).hasOnlyElementsOfType(GuardedProvider.class);
        }
    }

    @Test
    void what_is_configured_is_what_holds() {
        KycConfig config = config(
                "guard { calls-per-second = 17, calls-per-minute = 1000, calls-per-day = 50000, concurrent-calls = 9 }",
                Map.of());

        assertThat(health(config).limits())
                .containsExactly(
                        new ProviderHealth.Limit("concurrent-calls", 9, 9),
                        new ProviderHealth.Limit("calls-per-second", 17, 17),
                        new ProviderHealth.Limit("calls-per-minute", 1000, 1000),
                        new ProviderHealth.Limit("calls-per-day", 50_000, 50_000));
    }

    @Test
    void without_windows_only_places_are_limited() {
        assertThat(health(config("", Map.of())).limits())
                .containsExactly(new ProviderHealth.Limit("concurrent-calls", 64, 64));
    }

    @Test
    void the_environment_comes_first() {
        KycConfig config =
                config("guard { calls-per-minute = 30 }", Map.of("KYC_PROVIDERS_FAKE_GUARD_CALLS_PER_MINUTE", "100"));

        assertThat(health(config).limits()).contains(new ProviderHealth.Limit("calls-per-minute", 100, 100));
    }

    @Test
    void settings_that_are_read_are_the_rules_that_hold() {
        KycConfig config = config("", Map.of());

        KycConfig.GuardPart part = config.providers().get(0).guard().orElseThrow();

        assertThat(GuardSettings.read(part.settings())).isEqualTo(GuardConfig.defaults());
        assertThat(part.guard().settings()).noneMatch(setting -> setting.required());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "calls-per-mintue = 3 | kyc.providers.fake.guard.calls-per-mintue is unknown; did you mean calls-per-minute?",
                "calls-per-day = many | kyc.providers.fake.guard.calls-per-day must be a whole number from 1",
                "calls-per-day = 0 | kyc.providers.fake.guard.calls-per-day must be at least 1",
                "open-for = soon | kyc.providers.fake.guard.open-for must be a duration such as 30s"
            })
    void a_setting_that_is_wrong_is_refused_with_its_path(String setting, String message) {
        assertThatThrownBy(() -> config("guard { " + setting + " }", Map.of()))
                .isInstanceOf(KycConfigException.class)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "failure-rate = 101 | kyc.providers.fake.guard.failure-rate must be from 1 to 100",
                "sample = 5 | kyc.providers.fake.guard.least-calls must be from 1 to 5",
                "max-wait = 5m | kyc.providers.fake.guard.max-wait must be from 0 s to 60 s",
                "open-for = 0s | kyc.providers.fake.guard.open-for must be from 1 s to 3600 s"
            })
    void settings_that_do_not_go_together_are_refused_before_a_store_is_opened(String setting, String message) {
        KycConfig config = config("guard { " + setting + " }", Map.of());

        assertThatThrownBy(() -> KycRuntime.from(config))
                .isInstanceOf(KycConfigException.class)
                .hasMessageContaining(message);
    }

    @Test
    void settings_for_a_guard_that_is_not_there_are_refused() {
        Plugins without = new Plugins(INSTALLED.providers(), INSTALLED.stores());

        assertThatThrownBy(() -> KycConfig.parse(hocon("guard { sample = 5 }"), without, Map.of()))
                .isInstanceOf(KycConfigException.class)
                .hasMessageContaining("kyc.providers.fake.guard needs a guard on the class path");
    }

    @Test
    void of_two_guards_the_configuration_complains() {
        Plugins two = new Plugins(
                INSTALLED.providers(),
                INSTALLED.stores(),
                List.of(new ResilienceGuard(), new ResilienceGuard()),
                List.of());

        assertThatThrownBy(() -> KycConfig.parse(hocon(""), two, Map.of()))
                .isInstanceOf(KycConfigException.class)
                .hasMessageContaining("several guards are on the class path");
    }

    private static ProviderHealth health(KycConfig config) {
        try (KycRuntime port = KycRuntime.from(config)) {
            KycProvider provider = port.providers().get(0);
            assertThat(provider).isInstanceOf(GuardedProvider.class);
            return ((GuardedProvider) provider).health();
        }
    }

    private static KycConfig config(String guard, Map<String, String> environment) {
        return KycConfig.parse(hocon(guard), INSTALLED, environment);
    }

    private static String hocon(String guard) {
        return "kyc { profile = development, store { url = memory }, providers { fake { " + guard + " } } }";
    }
}
