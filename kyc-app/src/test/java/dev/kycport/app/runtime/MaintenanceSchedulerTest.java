package dev.kycport.app.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MaintenanceSchedulerTest {

    private static final Duration MOMENT = Duration.ofMillis(1);
    private static final Duration EVER = Duration.ofHours(1);

    @Test
    void a_task_repeats_on_a_daemon_thread() throws InterruptedException {
        CountDownLatch rounds = new CountDownLatch(3);
        AtomicBoolean background = new AtomicBoolean(true);

        try (MaintenanceScheduler maintenanceScheduler = new MaintenanceScheduler()) {
            maintenanceScheduler.schedule(
                    () -> {
                        background.compareAndSet(true, Thread.currentThread().isDaemon());
                        rounds.countDown();
                    },
                    Duration.ZERO,
                    MOMENT);

            rounds.await();
        }
        assertThat(background).isTrue();
    }

    @Test
    void a_slow_task_does_not_delay_the_other() throws InterruptedException {
        CountDownLatch slow = new CountDownLatch(1);
        CountDownLatch quick = new CountDownLatch(2);

        try (MaintenanceScheduler maintenanceScheduler = new MaintenanceScheduler()) {
            maintenanceScheduler.schedule(() -> wait(slow), Duration.ZERO, EVER);
            maintenanceScheduler.schedule(quick::countDown, Duration.ZERO, MOMENT);

            quick.await();
            assertThat(slow.getCount()).isEqualTo(1);
            slow.countDown();
        }
    }

    @Test
    void close_waits_for_a_running_task() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        AtomicBoolean done = new AtomicBoolean();
        MaintenanceScheduler maintenanceScheduler = new MaintenanceScheduler();
        maintenanceScheduler.schedule(
                () -> {
                    begun.countDown();
                    wait(goOn);
                    done.set(true);
                },
                Duration.ZERO,
                EVER);
        begun.await();

        goOn.countDown();
        maintenanceScheduler.close();
        maintenanceScheduler.close();

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
