package dev.kycport.adapter.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.kycport.adapter.memory.InMemoryPendingCodeStore;
import dev.kycport.domain.Flow;
import dev.kycport.domain.ProviderCall;
import dev.kycport.ports.spi.KycProvider;
import dev.kycport.ports.spi.ProviderFactory;
import dev.kycport.ports.spi.Setting;
import dev.kycport.ports.spi.Settings;
import dev.kycport.ports.spi.StoreFactory;
import dev.kycport.ports.store.PendingCodeStore;
import dev.kycport.ports.store.Stores;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FakeProviderFactoryTest {

    private final FakeProviderFactory fakeProviderFactory = new FakeProviderFactory();

    @Test
    void both_factories_are_found_on_the_class_path() {
        assertThat(ServiceLoader.load(ProviderFactory.class)).hasAtLeastOneElementOfType(FakeProviderFactory.class);
        assertThat(ServiceLoader.load(StoreFactory.class)).hasAtLeastOneElementOfType(FakeProviderFactory.class);
    }

    @Test
    void it_is_called_fake_offers_every_flow_and_is_not_for_production() {
        KycProvider provider = FakeFixtures.provider();

        assertThat(fakeProviderFactory.id()).hasToString("fake").isEqualTo(provider.id());
        assertThat(fakeProviderFactory.isDevelopmentOnly()).isTrue();
        assertThat(provider.flows()).containsExactlyInAnyOrder(Flow.values());
    }

    @Test
    void its_settings_are_the_latency_and_one_outcome_a_call() {
        assertThat(fakeProviderFactory.settings())
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
        KycProvider provider = fakeProviderFactory.create(
                configured(Map.of("latency", Duration.ofMillis(1), "connect", "provider.quota")),
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
        Settings settings = configured(Map.of("verify-code", "otp.wrong"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> fakeProviderFactory.create(settings, () -> FakeFixtures.NOW))
                .withMessageStartingWith("verify-code");
    }

    @Test
    void memory_opens_empty_stores() {
        Stores stores = fakeProviderFactory.open("memory", configured(Map.of()));

        stores.sessions().create(FakeFixtures.opened(1), java.util.List.of(FakeFixtures.entry(1)));
        stores.close();
        stores.close();

        assertThat(stores.audit().entries(FakeFixtures.session(1))).containsExactly(FakeFixtures.entry(1));
        assertThat(FakeProviderFactory.stores().sessions().find(FakeFixtures.session(1)))
                .isEmpty();
    }

    @Test
    void memory_remembers_who_a_code_is_on_its_way_to_if_it_is_told_to() {
        assertThat(fakeProviderFactory.settings("memory"))
                .extracting(Setting::key)
                .containsExactly("pending-codes");
        assertThat(fakeProviderFactory.open("memory", configured(Map.of())).pendingCodes())
                .isSameAs(PendingCodeStore.NONE);
        assertThat(fakeProviderFactory
                        .open("memory", configured(Map.of("pending-codes", "on")))
                        .pendingCodes())
                .isInstanceOf(InMemoryPendingCodeStore.class);
        assertThat(FakeProviderFactory.stores().pendingCodes()).isSameAs(PendingCodeStore.NONE);
    }

    @Test
    void memory_is_the_only_url_it_opens() {
        assertThat(fakeProviderFactory.supports("memory")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "memory:", "Memory", "jdbc:sqlite:memory"})
    void other_urls_are_for_others(String url) {
        assertThat(fakeProviderFactory.supports(url)).isFalse();
    }

    static Settings configured(Map<String, Object> values) {
        return new Settings() {
            @Override
            @SuppressWarnings("unchecked")
            public <T> Optional<T> find(Setting<T> setting) {
                return Optional.ofNullable((T) values.get(setting.key())).or(setting::defaultValue);
            }
        };
    }
}
