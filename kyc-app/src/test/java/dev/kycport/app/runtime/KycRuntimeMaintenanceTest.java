package dev.kycport.app.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.adapter.archive.FileArchiveFactory;
import dev.kycport.adapter.fake.FakeProviderFactory;
import dev.kycport.adapter.memory.InMemoryStoreFactory;
import dev.kycport.app.config.KycConfig;
import dev.kycport.app.config.Plugins;
import dev.kycport.app.maintenance.Retention;
import dev.kycport.app.step.KycEnvironment;
import dev.kycport.ports.store.StoreUnavailableException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class KycRuntimeMaintenanceTest {

    private static final KycEnvironment SURROUNDINGS =
            new KycEnvironment(() -> Instant.EPOCH.plus(Duration.ofDays(2)), byte[]::new);

    @TempDir
    private Path folder;

    @Test
    void due_sessions_are_reconciled_in_the_background() throws InterruptedException {
        CountDownLatch reconciled = new CountDownLatch(1);

        try (KycRuntime runtime = open(new PersistentStoresStub(reconciled::countDown))) {
            reconciled.await();
            assertThat(runtime.service().reconcileDueSessions().sessions()).isZero();
        }
    }

    @Test
    void without_maintenance_nothing_runs_in_the_background() {
        AtomicInteger rounds = new AtomicInteger();

        try (KycRuntime runtime =
                KycRuntime.withoutMaintenance(config(new PersistentStoresStub(rounds::incrementAndGet)))) {
            runtime.service().reconcileDueSessions();
            assertThat(runtime.retention()).isPresent();
        }

        assertThat(rounds).hasValue(1);
    }

    @Test
    void a_start_does_not_wait_for_reconciliation() {
        CountDownLatch never = new CountDownLatch(1);

        try (KycRuntime runtime = open(new PersistentStoresStub(() -> await(never)))) {
            assertThat(runtime.service().flows()).isNotEmpty();
            never.countDown();
        }
    }

    @Test
    void a_failing_store_does_not_prevent_a_start() throws InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);

        try (KycRuntime runtime = open(new PersistentStoresStub(() -> {
            asked.countDown();
            throw new StoreUnavailableException("the database is away");
        }))) {
            asked.await();
            assertThat(runtime.service().flows()).isNotEmpty();
        }
    }

    @Test
    void a_persistent_store_is_purged_by_the_configured_periods() throws IOException {
        try (KycRuntime runtime = open(new PersistentStoresStub(() -> {}))) {
            Retention retention = runtime.retention().orElseThrow();

            retention.purge();
        }

        assertThat(folder.resolve("archive").resolve("1970-01.jsonl.gz")).exists();
    }

    @Test
    void health_tells_when_the_due_sessions_were_last_reconciled() throws InterruptedException {
        CountDownLatch reconciled = new CountDownLatch(2);
        KycConfig everySecond =
                config(new PersistentStoresStub(reconciled::countDown), "maintenance { interval = 1s }");

        try (KycRuntime runtime = KycRuntime.from(everySecond, SURROUNDINGS)) {
            // The second round begins after the first was noted.
            reconciled.await();
            InstallationHealth health = runtime.health();

            assertThat(health.lastReconciliation()).contains(SURROUNDINGS.now());
            assertThat(health.problems()).isEmpty();
            assertThat(health.isHealthy()).isTrue();
            assertThat(health.clockSkew()).isEmpty();
        }
    }

    @Test
    void a_task_that_fails_makes_an_installation_unhealthy() throws InterruptedException {
        CountDownLatch failed = new CountDownLatch(2);
        KycConfig everySecond = config(
                new PersistentStoresStub(() -> {
                    failed.countDown();
                    throw new StoreUnavailableException("the database is away");
                }),
                "maintenance { interval = 1s }");

        try (KycRuntime runtime = KycRuntime.from(everySecond, SURROUNDINGS)) {
            failed.await();
            InstallationHealth health = runtime.health();

            assertThat(health.isHealthy()).isFalse();
            assertThat(health.problems())
                    .containsExactly("reconciling due sessions fails: StoreUnavailableException, the database is away");
            assertThat(health.lastReconciliation()).isEmpty();
        }
    }

    @Test
    void an_in_memory_store_is_not_purged() {
        try (KycRuntime runtime = KycRuntime.from(KycConfig.parse(
                "kyc { profile = development, store { url = memory }, providers { fake {} } }",
                new Plugins(List.of(new FakeProviderFactory()), List.of(new InMemoryStoreFactory())),
                Map.of()))) {
            assertThat(runtime.retention()).isEmpty();
        }
    }

    private KycRuntime open(PersistentStoresStub stores) {
        return KycRuntime.from(config(stores), SURROUNDINGS);
    }

    private KycConfig config(PersistentStoresStub stores) {
        return config(stores, "");
    }

    private KycConfig config(PersistentStoresStub stores, String more) {
        String hocon =
                "kyc { profile = development, store { url = lasting }, providers { fake {} }, retention { live = 1d, archive = \""
                        + folder.resolve("archive") + "\" }\n" + more + " }";
        return KycConfig.parse(
                hocon,
                new Plugins(
                        List.of(new FakeProviderFactory()),
                        List.of(stores),
                        List.of(),
                        List.of(new FileArchiveFactory())),
                Map.of());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
