package dev.kycport.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.adapter.fake.Fake;
import dev.kycport.app.Retention;
import dev.kycport.app.Surroundings;
import dev.kycport.app.config.KycConfig;
import dev.kycport.app.config.Plugins;
import dev.kycport.ports.StoreUnavailableException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class UpkeepTest {

    private static final Surroundings SURROUNDINGS =
            new Surroundings(() -> Instant.EPOCH.plus(Duration.ofDays(2)), byte[]::new);

    @TempDir
    private Path folder;

    @Test
    void what_is_due_is_settled_in_the_background() throws InterruptedException {
        CountDownLatch settled = new CountDownLatch(1);

        try (KycPort port = open(new LastingStores(settled::countDown))) {
            assertThat(settled.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(port.service().settleDue().sessions()).isZero();
        }
    }

    @Test
    void a_program_that_does_one_thing_has_nothing_in_the_background() {
        AtomicInteger rounds = new AtomicInteger();

        try (KycPort port = KycPort.withoutUpkeep(config(new LastingStores(rounds::incrementAndGet)))) {
            port.service().settleDue();
            assertThat(port.retention()).isPresent();
        }

        assertThat(rounds).hasValue(1);
    }

    @Test
    void a_start_waits_for_no_settling() {
        CountDownLatch never = new CountDownLatch(1);

        try (KycPort port = open(new LastingStores(() -> await(never)))) {
            assertThat(port.service().flows()).isNotEmpty();
            never.countDown();
        }
    }

    @Test
    void a_store_that_fails_is_in_the_way_of_no_start() throws InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);

        try (KycPort port = open(new LastingStores(() -> {
            asked.countDown();
            throw new StoreUnavailableException("the database is away");
        }))) {
            assertThat(asked.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(port.service().flows()).isNotEmpty();
        }
    }

    @Test
    void a_store_that_lasts_is_purged_by_the_terms_of_the_configuration() throws IOException {
        try (KycPort port = open(new LastingStores(() -> {}))) {
            Retention retention = port.retention().orElseThrow();

            retention.purge();
        }

        assertThat(folder.resolve("archive").resolve("1970-01.jsonl.gz")).exists();
    }

    @Test
    void one_that_does_not_is_not() {
        Fake fake = new Fake();

        try (KycPort port = KycPort.from(KycConfig.parse(
                "kyc { profile = development, store { url = memory }, providers { fake {} } }",
                new Plugins(List.of(fake), List.of(fake)),
                Map.of()))) {
            assertThat(port.retention()).isEmpty();
        }
    }

    private KycPort open(LastingStores stores) {
        return KycPort.from(config(stores), SURROUNDINGS);
    }

    private KycConfig config(LastingStores stores) {
        String hocon =
                "kyc { profile = development, store { url = lasting }, providers { fake {} }, retention { live = 1d, archive = \""
                        + folder.resolve("archive") + "\" } }";
        return KycConfig.parse(hocon, new Plugins(List.of(new Fake()), List.of(stores)), Map.of());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
