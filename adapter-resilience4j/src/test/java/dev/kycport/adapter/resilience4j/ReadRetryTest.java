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
class ReadRetryTest {

    private final GuardHarness at = new GuardHarness(GuardConfig.defaults());

    @ParameterizedTest
    @EnumSource(names = {"CONNECT", "RELOAD_CAPTCHA", "COLLECT_DOCUMENTS"})
    void a_call_without_effect_is_made_twice_where_the_provider_could_not_be_reached(ProviderCall call) {
        at.provider.setFaults(FaultyProvider.Fault.failing(ProviderFailure::unreachable));

        assertThat(at.call(call).getLeft().kind()).isEqualTo(ProviderFailure.Kind.UNREACHABLE);

        assertThat(at.provider.calls()).containsExactly(call, call);
    }

    @Test
    void the_second_answer_is_the_one_that_counts() {
        at.provider.setFaults(call -> at.callsReceived() == 1
                ? FaultyProvider.Fault.failing(ProviderFailure::unreachable)
                : FaultyProvider.Fault.NONE);

        assertThat(at.call(ProviderCall.CONNECT).isRight()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"CONNECT", "RELOAD_CAPTCHA", "COLLECT_DOCUMENTS"})
    void any_other_call_is_made_once(ProviderCall call) {
        at.provider.setFaults(FaultyProvider.Fault.failing(ProviderFailure::unreachable));

        at.call(call);

        assertThat(at.provider.calls()).containsExactly(call);
    }

    @Test
    void sending_after_a_captcha_is_done_once() {
        at.provider.setFaults(FaultyProvider.Fault.failing(ProviderFailure::unreachable));

        TestCalls.sendAfterCaptcha(at.guarded);

        assertThat(at.callsReceived()).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("dev.kycport.adapter.resilience4j.ProviderCircuitBreakerTest#failures")
    void no_other_failure_is_repeated(Function<VendorTrace, ProviderFailure> failure) {
        boolean unreachable =
                failure.apply(VendorTrace.of(at.provider.id())).kind() == ProviderFailure.Kind.UNREACHABLE;
        at.provider.setFaults(FaultyProvider.Fault.failing(failure));

        at.call(ProviderCall.CONNECT);

        assertThat(at.callsReceived()).isEqualTo(unreachable ? 2 : 1);
    }

    @Test
    void a_provider_that_takes_long_to_be_unreachable_is_not_tried_again() {
        at.provider.setFaults(new FaultyProvider.Fault(
                Optional.of(ProviderFailure::unreachable),
                false,
                GuardConfig.defaults().repeatWithin()));

        at.call(ProviderCall.CONNECT);

        assertThat(at.callsReceived()).isEqualTo(1);
    }

    @Test
    void nothing_is_repeated_where_that_is_configured() {
        GuardConfig defaults = GuardConfig.defaults();
        GuardHarness once = new GuardHarness(new GuardConfig(
                defaults.circuit(), defaults.concurrentCalls(), defaults.windows(), defaults.maxWait(), Duration.ZERO));
        once.provider.setFaults(FaultyProvider.Fault.failing(ProviderFailure::unreachable));

        once.call(ProviderCall.CONNECT);

        assertThat(once.callsReceived()).isEqualTo(1);
    }
}
