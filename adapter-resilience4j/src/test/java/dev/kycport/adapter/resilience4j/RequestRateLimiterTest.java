package dev.kycport.adapter.resilience4j;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.adapter.resilience4j.GuardConfig.Window;
import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.failure.VendorTrace;
import dev.kycport.ports.observe.ProviderHealth;
import dev.kycport.tck.sample.MovableClock;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RequestRateLimiterTest {

    private static final GuardConfig NO_WAIT = GuardConfig.defaults().withMaxWait(Duration.ZERO);

    @Test
    void as_many_calls_as_a_window_allows_are_made_at_once() {
        GuardHarness at = new GuardHarness(NO_WAIT.withWindows(Window.perSecond(5)));

        assertThat(at.send(5)).allMatch(Either::isRight);
        assertThat(at.waits).isEmpty();
    }

    @Test
    void one_more_is_refused_before_it_costs_money_and_told_when_to_come_back() {
        GuardHarness at = new GuardHarness(NO_WAIT.withWindows(Window.perMinute(2)));
        at.send(2);
        at.clock.advance(Duration.ofSeconds(20));

        Either<ProviderFailure, ?> answer = at.call(ProviderCall.SEND_CODE);

        assertThat(answer)
                .isEqualTo(Either.left(ProviderFailure.throttled(
                        VendorTrace.of(at.provider.id()), Optional.of(Duration.ofSeconds(40)))));
        assertThat(at.callsReceived()).isEqualTo(2);
    }

    @Test
    void a_burst_waits_as_long_as_it_may_and_then_goes_through() {
        GuardHarness at = new GuardHarness(GuardConfig.defaults().withWindows(Window.perSecond(2)));

        assertThat(at.send(5)).allMatch(Either::isRight);

        assertThat(at.waits).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(1));
        assertThat(at.callsReceived()).isEqualTo(5);
    }

    @Test
    void nobody_waits_longer_than_they_may() {
        GuardHarness at = new GuardHarness(GuardConfig.defaults().withWindows(Window.perMinute(1)));
        at.send(1);

        assertThat(at.send(1)).allMatch(Either::isLeft);
        assertThat(at.waits).isEmpty();
    }

    @Test
    void every_window_is_kept_and_the_next_one_starts_full() {
        GuardHarness at =
                new GuardHarness(NO_WAIT.withWindows(Window.perSecond(2), Window.perMinute(3), Window.perDay(4)));

        assertThat(at.send(3)).extracting(Either::isRight).containsExactly(true, true, false);
        at.clock.advance(Duration.ofSeconds(1));
        assertThat(at.send(2)).extracting(Either::isRight).containsExactly(true, false);
        at.clock.advance(Duration.ofMinutes(1));
        assertThat(at.send(2)).extracting(Either::isRight).containsExactly(true, false);
        at.clock.advance(Duration.ofDays(1));
        assertThat(at.send(2)).allMatch(Either::isRight);
    }

    @Test
    void a_call_refused_by_one_window_costs_nothing_in_the_others() {
        GuardHarness at = new GuardHarness(NO_WAIT.withWindows(Window.perSecond(1), Window.perDay(2)));

        at.send(10);
        at.clock.advance(Duration.ofSeconds(1));

        assertThat(at.send(1)).allMatch(Either::isRight);
    }

    @Test
    void a_refusal_of_ours_says_nothing_about_the_provider() {
        GuardHarness at =
                new GuardHarness(NO_WAIT.withCircuit(GuardHarness.QUICK).withWindows(Window.perMinute(1)));

        at.send(20);

        assertThat(at.circuit()).isEqualTo(ProviderHealth.Circuit.CLOSED);
    }

    @Test
    void while_the_circuit_is_open_nobody_waits_and_no_turn_is_used_up() {
        GuardHarness at = new GuardHarness(
                GuardConfig.defaults().withCircuit(GuardHarness.QUICK).withWindows(Window.perMinute(6)));
        at.provider.setFaults(FaultyProvider.Fault.failing(ProviderFailure::timedOut));
        at.send(4);

        at.send(10);

        assertThat(at.waits).isEmpty();
        assertThat(at.guarded.health().limits()).contains(new ProviderHealth.Limit("calls-per-minute", 6, 2));
    }

    @Test
    void a_refused_trial_leaves_its_chance_to_the_next_call() {
        GuardHarness at =
                new GuardHarness(NO_WAIT.withCircuit(GuardHarness.QUICK).withWindows(Window.perMinute(4)));
        at.provider.setFaults(FaultyProvider.Fault.failing(ProviderFailure::timedOut));
        at.send(4);
        at.provider.setFaults(FaultyProvider.Fault.NONE);

        at.clock.advance(Duration.ofSeconds(11));
        at.send(5);
        at.clock.advance(Duration.ofMinutes(1));

        assertThat(at.send(2)).allMatch(Either::isRight);
        assertThat(at.circuit()).isEqualTo(ProviderHealth.Circuit.CLOSED);
    }

    @Test
    void a_clock_that_is_set_back_does_not_stop_the_windows() {
        GuardHarness at = new GuardHarness(NO_WAIT.withWindows(Window.perMinute(1)));
        at.send(1);

        at.clock.advance(Duration.ofHours(-1));
        assertThat(at.send(1)).allMatch(Either::isLeft);
        at.clock.advance(Duration.ofMinutes(1));

        assertThat(at.send(1)).allMatch(Either::isRight);
    }

    @Test
    void health_tells_every_limit_and_what_is_left_of_it() {
        GuardHarness at = new GuardHarness(NO_WAIT.withConcurrentCalls(7)
                .withWindows(Window.perSecond(17), Window.perMinute(1000), Window.perDay(50_000)));

        at.send(2);

        assertThat(at.guarded.health())
                .isEqualTo(new ProviderHealth(
                        ProviderHealth.Circuit.CLOSED,
                        List.of(
                                new ProviderHealth.Limit("concurrent-calls", 7, 7),
                                new ProviderHealth.Limit("calls-per-second", 17, 15),
                                new ProviderHealth.Limit("calls-per-minute", 1000, 998),
                                new ProviderHealth.Limit("calls-per-day", 50_000, 49_998))));
    }

    @Test
    void an_interrupted_wait_is_a_refusal_and_stays_an_interruption() {
        RequestRateLimiter requestRateLimiter = new RequestRateLimiter(
                List.of(Window.perSecond(1)), Duration.ofSeconds(1), MovableClock.atSampleTime(), nanos -> {
                    throw new InterruptedException("stop");
                });

        assertThat(requestRateLimiter.acquire(1)).isEmpty();
        assertThat(requestRateLimiter.acquire(1)).isPresent();

        assertThat(Thread.interrupted()).isTrue();
    }
}
