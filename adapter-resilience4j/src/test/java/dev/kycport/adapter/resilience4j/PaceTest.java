package dev.kycport.adapter.resilience4j;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.adapter.resilience4j.GuardConfig.Window;
import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.failure.VendorTrace;
import dev.kycport.ports.Health;
import dev.kycport.tck.MovableClock;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PaceTest {

    private static final GuardConfig NO_WAIT = GuardConfig.usual().waiting(Duration.ZERO);

    @Test
    void as_many_calls_as_a_window_allows_are_made_at_once() {
        Guarding at = new Guarding(NO_WAIT.within(Window.perSecond(5)));

        assertThat(at.send(5)).allMatch(Either::isRight);
        assertThat(at.waits).isEmpty();
    }

    @Test
    void one_more_is_refused_before_it_costs_money_and_told_when_to_come_back() {
        Guarding at = new Guarding(NO_WAIT.within(Window.perMinute(2)));
        at.send(2);
        at.clock.advance(Duration.ofSeconds(20));

        Either<ProviderFailure, ?> answer = at.ask(ProviderCall.SEND_CODE);

        assertThat(answer)
                .isEqualTo(Either.left(new ProviderFailure.Throttled(
                        VendorTrace.of(at.provider.id()), Optional.of(Duration.ofSeconds(40)))));
        assertThat(at.arrived()).isEqualTo(2);
    }

    @Test
    void a_burst_waits_as_long_as_it_may_and_then_goes_through() {
        Guarding at = new Guarding(GuardConfig.usual().within(Window.perSecond(2)));

        assertThat(at.send(5)).allMatch(Either::isRight);

        assertThat(at.waits).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(1));
        assertThat(at.arrived()).isEqualTo(5);
    }

    @Test
    void nobody_waits_longer_than_they_may() {
        Guarding at = new Guarding(GuardConfig.usual().within(Window.perMinute(1)));
        at.send(1);

        assertThat(at.send(1)).allMatch(Either::isLeft);
        assertThat(at.waits).isEmpty();
    }

    @Test
    void every_window_is_kept_and_the_next_one_starts_full() {
        Guarding at = new Guarding(NO_WAIT.within(Window.perSecond(2), Window.perMinute(3), Window.perDay(4)));

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
        Guarding at = new Guarding(NO_WAIT.within(Window.perSecond(1), Window.perDay(2)));

        at.send(10);
        at.clock.advance(Duration.ofSeconds(1));

        assertThat(at.send(1)).allMatch(Either::isRight);
    }

    @Test
    void a_refusal_of_ours_says_nothing_about_the_provider() {
        Guarding at = new Guarding(NO_WAIT.with(Guarding.QUICK).within(Window.perMinute(1)));

        at.send(20);

        assertThat(at.circuit()).isEqualTo(Health.Circuit.CLOSED);
    }

    @Test
    void while_the_circuit_is_open_nobody_waits_and_no_turn_is_used_up() {
        Guarding at = new Guarding(GuardConfig.usual().with(Guarding.QUICK).within(Window.perMinute(6)));
        at.provider.is(Moody.Mood.failing(ProviderFailure.TimedOut::new));
        at.send(4);

        at.send(10);

        assertThat(at.waits).isEmpty();
        assertThat(at.guarded.health().limits()).contains(new Health.Limit("calls-per-minute", 6, 2));
    }

    @Test
    void a_refused_trial_leaves_its_chance_to_the_next_call() {
        Guarding at = new Guarding(NO_WAIT.with(Guarding.QUICK).within(Window.perMinute(4)));
        at.provider.is(Moody.Mood.failing(ProviderFailure.TimedOut::new));
        at.send(4);
        at.provider.is(Moody.Mood.GOOD);

        at.clock.advance(Duration.ofSeconds(11));
        at.send(5);
        at.clock.advance(Duration.ofMinutes(1));

        assertThat(at.send(2)).allMatch(Either::isRight);
        assertThat(at.circuit()).isEqualTo(Health.Circuit.CLOSED);
    }

    @Test
    void a_clock_that_is_set_back_does_not_stop_the_windows() {
        Guarding at = new Guarding(NO_WAIT.within(Window.perMinute(1)));
        at.send(1);

        at.clock.advance(Duration.ofHours(-1));
        assertThat(at.send(1)).allMatch(Either::isLeft);
        at.clock.advance(Duration.ofMinutes(1));

        assertThat(at.send(1)).allMatch(Either::isRight);
    }

    @Test
    void health_tells_every_limit_and_what_is_left_of_it() {
        Guarding at = new Guarding(
                NO_WAIT.atOnce(7).within(Window.perSecond(17), Window.perMinute(1000), Window.perDay(50_000)));

        at.send(2);

        assertThat(at.guarded.health())
                .isEqualTo(new Health(
                        Health.Circuit.CLOSED,
                        List.of(
                                new Health.Limit("concurrent-calls", 7, 7),
                                new Health.Limit("calls-per-second", 17, 15),
                                new Health.Limit("calls-per-minute", 1000, 998),
                                new Health.Limit("calls-per-day", 50_000, 49_998))));
    }

    @Test
    void an_interrupted_wait_is_a_refusal_and_stays_an_interruption() {
        Pace pace = new Pace(List.of(Window.perSecond(1)), Duration.ofSeconds(1), MovableClock.usual(), nanos -> {
            throw new InterruptedException("stop");
        });

        assertThat(pace.refusal(1)).isEmpty();
        assertThat(pace.refusal(1)).isPresent();

        assertThat(Thread.interrupted()).isTrue();
    }
}
