package dev.kycport.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DaemonTest {

    private static final Duration MOMENT = Duration.ofMillis(1);
    private static final Duration EVER = Duration.ofHours(1);

    @Test
    void a_chore_is_done_again_and_again_on_a_thread_that_keeps_no_process_alive() throws InterruptedException {
        CountDownLatch rounds = new CountDownLatch(3);
        AtomicBoolean background = new AtomicBoolean(true);

        try (Daemon daemon = new Daemon()) {
            daemon.repeat(
                    () -> {
                        background.compareAndSet(true, Thread.currentThread().isDaemon());
                        rounds.countDown();
                    },
                    Duration.ZERO,
                    MOMENT);

            assertThat(rounds.await(30, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(background).isTrue();
    }

    @Test
    void one_that_takes_its_time_does_not_hold_up_the_other() throws InterruptedException {
        CountDownLatch slow = new CountDownLatch(1);
        CountDownLatch quick = new CountDownLatch(2);

        try (Daemon daemon = new Daemon()) {
            daemon.repeat(() -> wait(slow), Duration.ZERO, EVER);
            daemon.repeat(quick::countDown, Duration.ZERO, MOMENT);

            assertThat(quick.await(30, TimeUnit.SECONDS)).isTrue();
            slow.countDown();
        }
    }

    @Test
    void closing_waits_for_what_is_under_way() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        AtomicBoolean done = new AtomicBoolean();
        Daemon daemon = new Daemon();
        daemon.repeat(
                () -> {
                    begun.countDown();
                    wait(goOn);
                    done.set(true);
                },
                Duration.ZERO,
                EVER);
        assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();

        goOn.countDown();
        daemon.close();
        daemon.close();

        assertThat(done).isTrue();
    }

    private static void wait(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
