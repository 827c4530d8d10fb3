package dev.kycport.adapter.resilience4j;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.failure.VendorTrace;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RepetitionTest {

    private final Guarding at = new Guarding(GuardConfig.usual());

    @ParameterizedTest
    @EnumSource(names = {"CONNECT", "RELOAD_CAPTCHA", "COLLECT_DOCUMENTS"})
    void a_call_without_effect_is_made_twice_where_the_provider_could_not_be_reached(ProviderCall call) {
        at.provider.is(Moody.Mood.failing(ProviderFailure.Unreachable::new));

        assertThat(at.ask(call).getLeft()).isInstanceOf(ProviderFailure.Unreachable.class);

        assertThat(at.provider.calls()).containsExactly(call, call);
    }

    @Test
    void the_second_answer_is_the_one_that_counts() {
        at.provider.is(
                call -> at.arrived() == 1 ? Moody.Mood.failing(ProviderFailure.Unreachable::new) : Moody.Mood.GOOD);

        assertThat(at.ask(ProviderCall.CONNECT).isRight()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"CONNECT", "RELOAD_CAPTCHA", "COLLECT_DOCUMENTS"})
    void any_other_call_is_made_once(ProviderCall call) {
        at.provider.is(Moody.Mood.failing(ProviderFailure.Unreachable::new));

        at.ask(call);

        assertThat(at.provider.calls()).containsExactly(call);
    }

    @Test
    void sending_after_a_captcha_is_done_once() {
        at.provider.is(Moody.Mood.failing(ProviderFailure.Unreachable::new));

        Asked.sendAfterCaptcha(at.guarded);

        assertThat(at.arrived()).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("dev.kycport.adapter.resilience4j.CircuitTest#failures")
    void no_other_failure_is_repeated(Function<VendorTrace, ProviderFailure> failure) {
        boolean unreachable = failure.apply(VendorTrace.of(at.provider.id())) instanceof ProviderFailure.Unreachable;
        at.provider.is(Moody.Mood.failing(failure));

        at.ask(ProviderCall.CONNECT);

        assertThat(at.arrived()).isEqualTo(unreachable ? 2 : 1);
    }

    @Test
    void a_provider_that_takes_long_to_be_unreachable_is_not_tried_again() {
        at.provider.is(new Moody.Mood(
                Optional.of(ProviderFailure.Unreachable::new),
                false,
                GuardConfig.usual().repeatWithin()));

        at.ask(ProviderCall.CONNECT);

        assertThat(at.arrived()).isEqualTo(1);
    }

    @Test
    void nothing_is_repeated_where_that_is_configured() {
        GuardConfig usual = GuardConfig.usual();
        Guarding once = new Guarding(new GuardConfig(
                usual.circuit(), usual.concurrentCalls(), usual.windows(), usual.maxWait(), Duration.ZERO));
        once.provider.is(Moody.Mood.failing(ProviderFailure.Unreachable::new));

        once.ask(ProviderCall.CONNECT);

        assertThat(once.arrived()).isEqualTo(1);
    }
}
