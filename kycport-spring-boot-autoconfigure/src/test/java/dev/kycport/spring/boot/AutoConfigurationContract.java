package dev.kycport.spring.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.kycport.adapter.jdbc.JdbcStores;
import dev.kycport.adapter.micrometer.MicrometerMeter;
import dev.kycport.app.KycService;
import dev.kycport.app.config.KycConfig;
import dev.kycport.app.config.KycConfigException;
import dev.kycport.app.runtime.InstalledPlugins;
import dev.kycport.app.runtime.KycRuntime;
import dev.kycport.app.step.KycEnvironment;
import dev.kycport.app.step.SessionRequest;
import dev.kycport.domain.Flow;
import dev.kycport.domain.SessionId;
import dev.kycport.domain.consent.ConsentMethod;
import dev.kycport.domain.consent.ConsentNotice;
import dev.kycport.ports.observe.KycEvent;
import dev.kycport.ports.observe.KycMeter;
import dev.kycport.ports.spi.StoreFactory;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** What the auto-configuration does in an application, on each line of Spring Boot. */
@DisplayNameGeneration(ReplaceUnderscores.class)
public abstract class AutoConfigurationContract {

    private static final String[] DEVELOPMENT = {
        "kycport.profile=development", "kycport.store.url=memory", "kycport.providers.fake.latency=0s"
    };

    /** The auto-configuration of health on this line. */
    protected abstract Class<?> health();

    /** The details of the bean {@code kycHealthIndicator}, and its status before a colon. */
    protected abstract String healthOf(Object indicator);

    protected final ApplicationContextRunner runner() {
        return new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(
                        KycAutoConfiguration.class,
                        KycDataSourceAutoConfiguration.class,
                        KycMetricsAutoConfiguration.class,
                        KycEndpointAutoConfiguration.class,
                        health()));
    }

    protected final ApplicationContextRunner development() {
        return runner().withPropertyValues(DEVELOPMENT);
    }

    @Test
    void six_properties_make_a_service_that_verifies() {
        development().run(context -> {
            KycService service = context.getBean(KycService.class);
            SessionId id = opened(service);

            service.giveConsent(id, ConsentMethod.CHECKBOX).get();
            service.startDirectOtp(id, "999941057058").get();
            service.submitCode(id, "123456").get();

            assertThat(service.view(id).get().state()).isEqualTo("verified");
        });
    }

    @Test
    void an_application_finds_it_on_its_class_path() {
        new ApplicationContextRunner()
                .withUserConfiguration(Application.class)
                .withPropertyValues(DEVELOPMENT)
                .withPropertyValues("management.endpoints.web.exposure.include=kyc")
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .hasSingleBean(KycService.class)
                        .hasSingleBean(KycEndpoint.class)
                        .hasBean("kycHealthIndicator"));
    }

    @Test
    void it_can_be_turned_off() {
        development()
                .withPropertyValues("kycport.enabled=false")
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(KycService.class));
    }

    @Test
    void the_application_replaces_the_clock() {
        Instant noon = Instant.parse("2026-03-04T12:00:00Z");
        development()
                .withBean(KycEnvironment.class, () -> new KycEnvironment(() -> noon, byte[]::new))
                .run(context -> assertThat(context.getBean(KycService.class)
                                .open(request())
                                .get()
                                .session()
                                .header()
                                .openedAt())
                        .isEqualTo(noon));
    }

    @Test
    void the_application_replaces_the_configuration() {
        runner().withBean(
                        KycConfig.class,
                        () -> KycConfig.parse(
                                "kyc { profile = development, store { url = memory }, providers { fake {} } }",
                                InstalledPlugins.find(),
                                Map.of()))
                .run(context -> assertThat(context).hasSingleBean(KycRuntime.class));
    }

    @Test
    void a_route_is_a_list_as_yaml_gives_it() {
        development()
                .withPropertyValues("kycport.routes.direct-otp[0]=fake")
                .run(context ->
                        assertThat(context.getBean(KycConfig.class).routes()).containsOnlyKeys(Flow.DIRECT_OTP));
    }

    @Test
    void off_is_off_even_where_yaml_makes_it_false() {
        runner().withPropertyValues(
                        "kycport.profile=development",
                        "kycport.providers.fake.latency=0s",
                        "kycport.store.url=memory",
                        "kycport.store.pending-codes=false")
                .run(context -> assertThat(context).hasNotFailed().hasSingleBean(KycService.class));
    }

    @Test
    void nested_settings_of_a_provider_reach_the_configuration() {
        development()
                .withPropertyValues("kycport.providers.fake.policy.otp.attempts=2")
                .run(context -> {
                    KycService service = context.getBean(KycService.class);
                    SessionId id = opened(service);
                    service.giveConsent(id, ConsentMethod.CHECKBOX).get();
                    service.startDirectOtp(id, "999941057058").get();

                    assertThat(service.view(id).get().code().orElseThrow().attemptsLeft())
                            .isEqualTo(2);
                });
    }

    @Test
    void a_key_that_does_not_exist_stops_the_start() {
        development()
                .withPropertyValues("kycport.retention.purge=1d")
                .run(context -> assertThat(context).hasFailed());
    }

    @Test
    void every_part_of_the_configuration_has_its_keys() {
        development()
                .withPropertyValues(
                        "kycport.maintenance.interval=45s",
                        "kycport.retention.live=800d",
                        "kycport.retention.archived=900d",
                        "kycport.retention.interval=2d",
                        "kycport.retention.archive=archive",
                        "kycport.sandbox-numbers[0]=999941057059")
                .run(context -> {
                    KycConfig config = context.getBean(KycConfig.class);

                    assertThat(config.maintenance().interval()).hasSeconds(45);
                    assertThat(config.retention().live()).hasDays(800);
                    assertThat(config.retention().archived()).hasDays(900);
                    assertThat(config.retention().purgeInterval()).hasDays(2);
                    assertThat(config.retention().archive()).hasToString("archive");
                });
    }

    @Test
    void all_problems_are_reported_at_once_by_the_names_of_the_properties() {
        runner().withPropertyValues("kycport.store.url=memory", "kycport.providers.fake.latenzy=1s")
                .run(context -> {
                    Throwable failure = context.getStartupFailure();
                    KycConfigException cause = cause(failure);
                    FailureAnalysis analysis = new KycConfigFailureAnalyzer().analyze(failure);

                    assertThat(cause.problems()).hasSizeGreaterThan(1);
                    assertThat(analysis.getDescription())
                            .contains("kycport.providers.fake.latenzy", "did you mean latency")
                            .doesNotContain(" kyc.");
                });
    }

    @Test
    void events_reach_the_application() {
        List<String> seen = new CopyOnWriteArrayList<>();
        development()
                .withBean("seen", ApplicationListener.class, () -> event -> {
                    if (event instanceof PayloadApplicationEvent<?> payload
                            && payload.getPayload() instanceof KycEvent kyc) {
                        seen.add(kyc.code());
                    }
                })
                .run(context -> {
                    KycService service = context.getBean(KycService.class);
                    SessionId id = opened(service);
                    service.giveConsent(id, ConsentMethod.CHECKBOX).get();
                    service.cancel(id).get();

                    assertThat(seen).containsExactly("consent-given", "ended");
                });
    }

    @Test
    void metrics_need_a_registry_and_the_adapter() {
        development().run(context -> assertThat(context).doesNotHaveBean(KycMeter.class));
        development()
                .withBean(MeterRegistry.class, SimpleMeterRegistry::new)
                .run(context -> assertThat(context).hasSingleBean(MicrometerMeter.class));
        development()
                .withBean(MeterRegistry.class, SimpleMeterRegistry::new)
                .withClassLoader(new FilteredClassLoader(MicrometerMeter.class))
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(KycMeter.class));
    }

    @Test
    void the_data_source_of_the_application_becomes_a_store() {
        development().withUserConfiguration(TwoDataSources.class).run(context -> {
            StoreFactory store = context.getBean(StoreFactory.class);

            assertThat(store.supports(JdbcStores.URL)).isTrue();
            assertThat(store.toString()).contains("marked");
        });
        development()
                .withUserConfiguration(TwoDataSources.class)
                .withClassLoader(new FilteredClassLoader(JdbcStores.class))
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(StoreFactory.class));
    }

    @Test
    void where_there_is_a_data_source_and_no_url_it_is_the_store() {
        runner().withPropertyValues("kycport.profile=development", "kycport.providers.fake.latency=0s")
                .withUserConfiguration(TwoDataSources.class)
                .run(context -> {
                    assertThat(context).hasFailed();
                    assertThat(new KycStoreFailureAnalyzer()
                                    .analyze(context.getStartupFailure())
                                    .getDescription())
                            .contains("kycport.store.keys-file or kycport.store.keys must give the keys");
                });
    }

    @Test
    void the_endpoint_shows_routes_and_providers_where_it_is_exposed() {
        development().run(context -> assertThat(context).doesNotHaveBean(KycEndpoint.class));
        development()
                .withPropertyValues("management.endpoints.web.exposure.include=kyc", "kycport.routes.digilocker=fake")
                .run(context -> assertThat(context.getBean(KycEndpoint.class).read())
                        .containsKeys("routes", "providers", "circuits")
                        .extractingByKey("routes")
                        .hasToString("{digilocker=[fake]}"));
    }

    @Test
    void health_asks_the_store_and_can_be_turned_off() {
        development()
                .run(context -> assertThat(healthOf(context.getBean("kycHealthIndicator")))
                        .startsWith("UP"));
        development()
                .withPropertyValues("management.health.kyc.enabled=false")
                .run(context -> assertThat(context).doesNotHaveBean("kycHealthIndicator"));
    }

    @Test
    void it_is_closed_with_the_context_after_the_web_server() {
        development().run(context -> {
            KycService service = context.getBean(KycService.class);
            KycLifecycle lifecycle = context.getBean(KycLifecycle.class);
            assertThat(lifecycle.isRunning()).isTrue();

            context.getSourceApplicationContext().close();

            assertThat(lifecycle.isRunning()).isFalse();
            assertThatIllegalStateException().isThrownBy(() -> service.open(request()));
        });
        assertThat(KycLifecycle.PHASE).isLessThan(Integer.MAX_VALUE - 2048);
    }

    @Test
    void no_secret_is_in_the_text_of_the_properties() {
        development()
                .withPropertyValues("kycport.store.password=canary", "kycport.store.url=memory")
                .run(context -> assertThat(context).hasFailed());
        assertThat(new KycProperties.Store(
                        null, "kyc", null, null, null, null, "u", "canary", null, null, "canary", null, "canary", null,
                        null))
                .asString()
                .doesNotContain("canary");
    }

    private static KycConfigException cause(Throwable failure) {
        Throwable cause = failure;
        while (!(cause instanceof KycConfigException found)) {
            cause = cause.getCause();
        }
        return found;
    }

    private static SessionId opened(KycService service) {
        return service.open(request()).get().session().id();
    }

    private static SessionRequest request() {
        return SessionRequest.parse(
                        "direct-otp",
                        "customer-4711",
                        "account-opening",
                        ConsentNotice.parse("notice-1", "en", "We ask UIDAI for your name.")
                                .get())
                .get();
    }

    /** What a host has. */
    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Application {}

    /** Two of them, one marked. */
    @Configuration(proxyBeanMethods = false)
    static class TwoDataSources {

        @Bean
        @Primary
        DataSource main() {
            return named("main");
        }

        @Bean
        @KycDataSource
        DataSource marked() {
            return named("marked");
        }

        private static DataSource named(String name) {
            return (DataSource) Proxy.newProxyInstance(
                    AutoConfigurationContract.class.getClassLoader(),
                    new Class<?>[] {DataSource.class},
                    (proxy, method, arguments) -> switch (method.getName()) {
                        case "toString" -> name;
                        case "hashCode" -> System.identityHashCode(proxy);
                        case "equals" -> proxy == arguments[0];
                        default -> throw new SQLException("no connection");
                    });
        }
    }
}
