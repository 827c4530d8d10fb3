package dev.kycport.adapter.resilience4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kycport.adapter.resilience4j.GuardConfig.Window;
import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.failure.RetryAdvice;
import dev.kycport.domain.failure.UnintelligibleReason;
import dev.kycport.domain.failure.VendorTrace;
import dev.kycport.ports.observe.ProviderHealth;
import io.vavr.control.Either;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ProviderCircuitBreakerTest {

    private static final Duration PAUSE = GuardHarness.QUICK.openFor();

    private final GuardHarness at = GuardHarness.withQuickCircuit();

    static Stream<Function<VendorTrace, ProviderFailure>> failures() {
        return Stream.of(
                ProviderFailure::unreachable,
                ProviderFailure::timedOut,
                trace -> ProviderFailure.throttled(trace, Optional.empty()),
                ProviderFailure::credentials,
                ProviderFailure::quota,
                trace -> ProviderFailure.unintelligible(trace, UnintelligibleReason.MALFORMED),
                ProviderFailure::sourceDown,
                ProviderFailure::sourceTimedOut);
    }

    @ParameterizedTest
    @MethodSource("failures")
    void failures_of_provider_and_source_open_it(Function<VendorTrace, ProviderFailure> failure) {
        at.provider.setFaults(FaultyProvider.Fault.failing(failure));

        at.send(4);

        assertThat(at.circuit()).isEqualTo(ProviderHealth.Circuit.OPEN);
    }

    @Test
    void a_request_that_is_called_invalid_does_not() {
        at.provider.setFaults(FaultyProvider.Fault.failing(ProviderFailure::refused));

        at.send(20);

        assertThat(at.circuit()).isEqualTo(ProviderHealth.Circuit.CLOSED);
        assertThat(at.callsReceived()).isEqualTo(20);
    }

    @Test
    void verdicts_do_not_whatever_they_say() {
        for (int i = 0; i < 20; i++) {
            assertThat(at.call(ProviderCall.VERIFY_CODE)).isInstanceOf(Either.Right.class);
        }

        assertThat(at.circuit()).isEqualTo(ProviderHealth.Circuit.CLOSED);
    }

    @Test
    void one_failure_among_many_answers_does_not() {
        at.send(3);
        at.provider.setFaults(FaultyProvider.Fault.failing(ProviderFailure::sourceDown));
        at.send(1);

        assertThat(at.circuit()).isEqualTo(ProviderHealth.Circuit.CLOSED);
    }

    @Test
    void calls_that_take_too_long_open_it_though_they_succeed() {
        at.provider.setFaults(
                FaultyProvider.Fault.slow(GuardHarness.QUICK.slowCall().plusSeconds(1)));

        at.send(4);

        assertThat(at.circuit()).isEqualTo(ProviderHealth.Circuit.OPEN);
    }

    @ParameterizedTest
    @EnumSource(ProviderCall.class)
    void while_it_is_open_no_call_reaches_the_provider_and_the_answer_proves_it(ProviderCall call) {
        open();
        int before = at.callsReceived();

        Either<ProviderFailure, ?> answer = at.call(call);

        assertThat(at.callsReceived()).isEqualTo(before);
        assertThat(answer)
                .isEqualTo(
                        Either.left(ProviderFailure.unreachable(VendorTrace.of(at.provider.id()), Optional.of(PAUSE))));
        assertThat(answer.getLeft().provesNothingSent()).isTrue();
    }

    @Test
    void whoever_it_turns_away_is_told_what_is_left_of_its_pause() {
        open();
        at.clock.advance(Duration.ofSeconds(7));

        assertThat(advice()).isEqualTo(RetryAdvice.after(PAUSE.minusSeconds(7)));
        at.clock.advance(PAUSE.minusSeconds(7).plusMillis(1));
        at.provider.setFaults(FaultyProvider.Fault.NONE);

        assertThat(at.send(2)).allMatch(Either::isRight);
    }

    @Test
    void who_comes_while_others_are_on_trial_is_told_to_wait_a_moment() {
        List<RetryAdvice> advices = new ArrayList<>();
        GuardHarness one = new GuardHarness(
                GuardConfig.defaults().withCircuit(new GuardConfig.CircuitRules(50, 50, PAUSE, 4, 4, PAUSE, 1)));
        open(one);
        one.clock.advance(PAUSE.plusMillis(1));
        one.provider.setFaults(call -> {
            advices.add(one.call(ProviderCall.CONNECT).getLeft().retryAdvice());
            return FaultyProvider.Fault.NONE;
        });

        one.send(1);

        assertThat(advices).containsExactly(RetryAdvice.after(Duration.ofSeconds(1)));
    }

    @Test
    void a_failing_flow_opens_it_for_the_others_too() {
        open();

        assertThat(TestCalls.sendAfterCaptcha(at.guarded).getLeft().kind()).isEqualTo(ProviderFailure.Kind.UNREACHABLE);
        assertThat(at.call(ProviderCall.OFFER_AUTHORIZATION).getLeft().kind())
                .isEqualTo(ProviderFailure.Kind.UNREACHABLE);
    }

    @Test
    void it_stays_open_until_its_pause_is_over() {
        open();
        int before = at.callsReceived();

        at.clock.advance(PAUSE.minusMillis(1));
        at.send(3);

        assertThat(at.callsReceived()).isEqualTo(before);
    }

    @Test
    void after_the_pause_a_few_calls_decide_that_it_closes() {
        open();
        at.provider.setFaults(FaultyProvider.Fault.NONE);

        at.clock.advance(PAUSE.plusMillis(1));
        at.send(2);

        assertThat(at.circuit()).isEqualTo(ProviderHealth.Circuit.CLOSED);
        assertThat(at.transitions)
                .containsExactly(
                        ProviderHealth.Circuit.OPEN, ProviderHealth.Circuit.HALF_OPEN, ProviderHealth.Circuit.CLOSED);
    }

    @Test
    void after_the_pause_a_few_calls_decide_that_it_opens_again() {
        open();

        at.clock.advance(PAUSE.plusMillis(1));
        at.send(2);

        assertThat(at.circuit()).isEqualTo(ProviderHealth.Circuit.OPEN);
        assertThat(at.transitions)
                .containsExactly(
                        ProviderHealth.Circuit.OPEN, ProviderHealth.Circuit.HALF_OPEN, ProviderHealth.Circuit.OPEN);
    }

    @Test
    void two_providers_have_two_circuits() {
        open();

        GuardHarness other = GuardHarness.withQuickCircuit();

        assertThat(other.circuit()).isEqualTo(ProviderHealth.Circuit.CLOSED);
    }

    @Test
    void an_adapter_that_throws_counts_as_failed_and_keeps_no_place() {
        GuardHarness narrow = new GuardHarness(
                GuardConfig.defaults().withCircuit(GuardHarness.QUICK).withConcurrentCalls(1));
        narrow.provider.setFaults(call -> {
            throw new IllegalStateException("a bug");
        });

        for (int i = 0; i < 4; i++) {
            assertThatIllegalStateException().isThrownBy(() -> narrow.send(1));
        }

        assertThat(narrow.circuit()).isEqualTo(ProviderHealth.Circuit.OPEN);
        assertThat(narrow.guarded.health().limits().get(0).remaining()).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("throwables")
    void a_trial_that_throws_whatever_it_throws_is_a_trial_that_failed(Throwable thrown) {
        open();
        at.clock.advance(PAUSE.plusMillis(1));
        at.provider.setFaults(call -> ProviderCircuitBreakerTest.<RuntimeException>sneaky(thrown));

        assertThatThrownBy(() -> at.send(1)).isSameAs(thrown);
        assertThatThrownBy(() -> at.send(1)).isSameAs(thrown);

        assertThat(at.circuit()).isEqualTo(ProviderHealth.Circuit.OPEN);
    }

    static Stream<Throwable> throwables() {
        return Stream.of(
                new IllegalStateException("a bug"), new NoClassDefFoundError("a jar"), new IOException("undeclared"));
    }

    @Test
    void a_trial_that_breaks_off_before_its_call_leaves_its_chance_to_the_next() {
        GuardHarness paced = new GuardHarness(
                GuardConfig.defaults().withCircuit(GuardHarness.QUICK).withWindows(Window.perSecond(1)));
        open(paced);
        paced.clock.advance(PAUSE.plusMillis(1));
        paced.provider.setFaults(FaultyProvider.Fault.NONE);
        paced.send(1);
        paced.duringWaits(() -> ProviderCircuitBreakerTest.<RuntimeException>sneaky(new NoClassDefFoundError("a jar")));

        assertThatThrownBy(() -> paced.send(1)).isInstanceOf(NoClassDefFoundError.class);
        paced.duringWaits(() -> {});
        paced.clock.advance(Duration.ofSeconds(2));

        assertThat(paced.send(1)).allMatch(Either::isRight);
        assertThat(paced.circuit()).isEqualTo(ProviderHealth.Circuit.CLOSED);
    }

    @Test
    void trials_that_never_come_back_have_failed_once_their_patience_is_over() {
        List<ProviderHealth.Circuit> seen = new ArrayList<>();
        open(at);
        at.clock.advance(PAUSE.plusMillis(1));
        at.provider.setFaults(call -> {
            whileTwoAreOnTrial(seen);
            return FaultyProvider.Fault.NONE;
        });

        at.send(1);

        assertThat(seen).containsExactly(ProviderHealth.Circuit.HALF_OPEN, ProviderHealth.Circuit.OPEN);
        at.clock.advance(PAUSE.plusMillis(1));
        assertThat(at.send(2)).allMatch(Either::isRight);
        assertThat(at.circuit()).isEqualTo(ProviderHealth.Circuit.CLOSED);
    }

    // The first trial makes the second, during which others come.
    private void whileTwoAreOnTrial(List<ProviderHealth.Circuit> seen) {
        if (at.callsReceived() == 5) {
            at.send(1);
        } else if (seen.isEmpty()) {
            at.clock.advance(
                    FaultyProvider.CALL_TIMEOUT.plus(GuardConfig.defaults().maxTotalWait()));
            at.send(1);
            seen.add(at.circuit());
            at.clock.advance(Duration.ofMillis(1));
            at.send(1);
            seen.add(at.circuit());
        }
    }

    private RetryAdvice advice() {
        return at.call(ProviderCall.SEND_CODE).getLeft().retryAdvice();
    }

    private void open() {
        open(at);
    }

    private static void open(GuardHarness guardHarness) {
        guardHarness.provider.setFaults(FaultyProvider.Fault.failing(ProviderFailure::sourceDown));
        guardHarness.send(4);
        assertThat(guardHarness.circuit()).isEqualTo(ProviderHealth.Circuit.OPEN);
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> FaultyProvider.Fault sneaky(Throwable thrown) throws T {
        throw (T) thrown;
    }
}
