package dev.kycport.app.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kycport.adapter.archive.FileArchiveFactory;
import dev.kycport.adapter.fake.FakeProviderFactory;
import dev.kycport.adapter.memory.InMemoryStoreFactory;
import dev.kycport.app.KycService;
import dev.kycport.app.config.KycConfig;
import dev.kycport.app.config.KycConfigException;
import dev.kycport.app.config.Plugins;
import dev.kycport.app.observe.Observers;
import dev.kycport.app.step.KycEnvironment;
import dev.kycport.app.step.SessionRequest;
import dev.kycport.app.step.StepResult;
import dev.kycport.domain.Flow;
import dev.kycport.domain.SessionId;
import dev.kycport.domain.consent.ConsentMethod;
import dev.kycport.domain.consent.ConsentNotice;
import dev.kycport.domain.otp.OtpCode;
import dev.kycport.domain.session.SessionState;
import dev.kycport.ports.spi.Setting;
import dev.kycport.ports.spi.Settings;
import dev.kycport.ports.spi.StoreFactory;
import dev.kycport.ports.store.Stores;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class KycRuntimeTest {

    private final AtomicInteger opened = new AtomicInteger();
    private final AtomicInteger closed = new AtomicInteger();
    private final Plugins plugins = new Plugins(List.of(new FakeProviderFactory()), List.of(new Counted()));

    @Test
    void the_adapters_are_found_on_the_class_path() {
        Plugins found = InstalledPlugins.find();

        assertThat(found.providers()).hasOnlyElementsOfType(FakeProviderFactory.class);
        assertThat(found.stores()).hasOnlyElementsOfType(InMemoryStoreFactory.class);
        assertThat(found.archives()).hasOnlyElementsOfType(FileArchiveFactory.class);
    }

    @Test
    void a_configuration_becomes_a_service_that_verifies() {
        KycConfig config = KycConfig.load(Optional.empty(), InstalledPlugins.find(), Map.of());

        try (KycRuntime runtime = KycRuntime.from(config)) {
            assertThat(runtime.service().flows()).containsExactlyInAnyOrder(Flow.values());
            assertThat(runtime.providers()).hasSize(1);
            assertThat(verified(runtime.service())).isEqualTo(SessionState.VERIFIED);
        }
    }

    @Test
    void a_route_in_the_configuration_is_the_only_one_there_is() {
        try (KycRuntime runtime = KycRuntime.from(config("routes { direct-otp = [fake] }"))) {
            assertThat(runtime.service().flows()).containsExactly(Flow.DIRECT_OTP);
        }
    }

    @Test
    void a_policy_in_the_configuration_holds() {
        KycConfig config = KycConfig.parse(
                "kyc { profile = development, store { url = memory }, providers { fake { policy { session { life = 5m } } } } }",
                plugins,
                Map.of());

        try (KycRuntime runtime = KycRuntime.from(config)) {
            StepResult opened = runtime.service().open(request()).get();

            assertThat(opened.session().header().expiresAt())
                    .isEqualTo(opened.session().header().openedAt().plusSeconds(300));
        }
    }

    @Test
    void closing_releases_the_stores() {
        KycRuntime.from(config("")).close();

        assertThat(closed).hasValue(1);
    }

    @Test
    void close_waits_for_a_step_before_it_releases_the_stores() {
        AtomicReference<KycRuntime> port = new AtomicReference<>();
        AtomicReference<CompletableFuture<?>> closing = new AtomicReference<>();
        AtomicInteger closedWithin = new AtomicInteger(-1);
        port.set(KycRuntime.from(
                config(""), SystemEnvironment.create(), Observers.none().listener(event -> {
                    closing.set(runAsync(() -> closed(port.get())));
                    awaitRefusal(port.get().service(), event.context().session());
                    closedWithin.set(closed.get());
                })));
        SessionId id = port.get().service().open(request()).get().session().id();

        port.get().service().giveConsent(id, ConsentMethod.BUTTON);
        closing.get().join();

        assertThat(closedWithin).hasValue(0);
        assertThat(closed).hasValue(1);
    }

    @Test
    void a_configuration_that_cannot_start_opens_no_store() {
        KycConfig config = KycConfig.parse(
                "kyc { profile = development, store { url = memory }, providers { fake { verify-code = nonsense } } }",
                plugins,
                Map.of());

        assertThatThrownBy(() -> KycRuntime.from(config))
                .isInstanceOf(KycConfigException.class)
                .hasMessageStartingWith("kyc.providers.fake.verify-code must be");

        assertThat(opened).hasValue(0);
    }

    @Test
    void a_persistent_store_without_an_archive_is_refused_before_it_is_opened() {
        Plugins withoutArchive =
                new Plugins(List.of(new FakeProviderFactory()), List.of(new PersistentStoresStub(() -> {})));
        KycConfig config = KycConfig.parse(
                "kyc { profile = development, store { url = lasting }, providers { fake {} } }",
                withoutArchive,
                Map.of());

        assertThatThrownBy(() -> KycRuntime.from(config))
                .isInstanceOf(KycConfigException.class)
                .hasMessage(
                        "kyc.retention.archive needs exactly one archive on the class path, such as adapter-archive;"
                                + " found 0");
    }

    @Test
    void the_system_environment_provides_time_and_randomness() {
        KycEnvironment machine = SystemEnvironment.create();

        assertThat(machine.randomness().apply(16))
                .hasSize(16)
                .isNotEqualTo(machine.randomness().apply(16));
        assertThat(machine.clock().instant()).isAfter(Instant.EPOCH);
    }

    private KycConfig config(String rest) {
        return KycConfig.parse(
                "kyc { profile = development, store { url = memory }, providers { fake {} }, " + rest + " }",
                plugins,
                Map.of());
    }

    private static SessionRequest request() {
        ConsentNotice notice = ConsentNotice.parse("notice v1", "en", "We will ask UIDAI for your name.")
                .get();
        return SessionRequest.parse("direct-otp", "customer-7", "opening an account", notice)
                .get();
    }

    private static SessionState verified(KycService service) {
        SessionId id = service.open(request()).get().session().id();
        service.giveConsent(id, ConsentMethod.BUTTON).get();
        service.startDirectOtp(id, service.number("9999 4105 7058").get()).get();
        return service.submitCode(id, OtpCode.parse("123456").get())
                .get()
                .session()
                .state();
    }

    private static KycRuntime closed(KycRuntime runtime) {
        runtime.close();
        return runtime;
    }

    private static void awaitRefusal(KycService service, SessionId id) {
        while (runAsync(() -> takesSteps(service, id)).join()) {
            Thread.onSpinWait();
        }
    }

    private static boolean takesSteps(KycService service, SessionId id) {
        try {
            return service.findSession(id).isRight();
        } catch (IllegalStateException closed) {
            return false;
        }
    }

    private static <T> CompletableFuture<T> runAsync(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, thread -> new Thread(thread).start());
    }

    /** In-memory stores, and how often they were opened and closed. */
    private final class Counted implements StoreFactory {

        @Override
        public boolean supports(String url) {
            return new InMemoryStoreFactory().supports(url);
        }

        @Override
        public List<Setting<?>> settings(String url) {
            return List.of();
        }

        @Override
        public boolean isDevelopmentOnly() {
            return true;
        }

        @Override
        public Stores open(String url, Settings settings) {
            opened.incrementAndGet();
            Stores stores = InMemoryStoreFactory.stores();
            return new Stores(stores.sessions(), stores.consents(), stores.audit(), closed::incrementAndGet);
        }
    }
}
