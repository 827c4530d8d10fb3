package dev.kycport.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.failure.UnintelligibleReason;
import dev.kycport.domain.failure.VendorTrace;
import dev.kycport.domain.session.KycSession;
import dev.kycport.domain.session.SessionState;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("P8")
class P8UnknownMeansUnknownTest {

    private final Harness harness = Harness.create();

    static Stream<Arguments> unintelligibleReplies() {
        return Arrays.stream(ProviderCall.values())
                .flatMap(call -> Arrays.stream(UnintelligibleReason.values())
                        .map(unintelligibleReason -> Arguments.of(call, unintelligibleReason)));
    }

    @ParameterizedTest
    @MethodSource("unintelligibleReplies")
    void an_unintelligible_reply_verifies_nobody_and_shows_nothing(
            ProviderCall call, UnintelligibleReason unintelligibleReason) {
        CallScenario callScenario = CallScenario.before(call, harness);
        KycSession before = harness.find(callScenario.session());
        harness.provider.fail(
                call, ProviderFailure.unintelligible(VendorTrace.of(harness.provider.id()), unintelligibleReason));

        String result = StepAssertions.describe(callScenario.run());

        KycSession after = harness.find(callScenario.session());
        assertThat(result).endsWith("provider.unintelligible");
        assertThat(after).isInstanceOf(KycSession.Live.class);
        assertThat(after.state())
                .isEqualTo(call == ProviderCall.SEND_CODE ? SessionState.AWAITING_OTP : before.state());
    }

    @ParameterizedTest
    @MethodSource("unintelligibleReplies")
    void the_trail_records_the_unintelligible_reply(ProviderCall call, UnintelligibleReason unintelligibleReason) {
        CallScenario callScenario = CallScenario.before(call, harness);
        harness.provider.fail(
                call, ProviderFailure.unintelligible(VendorTrace.of(harness.provider.id()), unintelligibleReason));

        callScenario.run();

        assertThat(harness.auditTrail(callScenario.session()))
                .last()
                .satisfies(entry -> assertThat(entry.code()).contains("provider.unintelligible"));
    }

    @ParameterizedTest
    @EnumSource
    void a_null_answer_is_a_bug_of_the_adapter_and_no_verdict(ProviderCall call) {
        CallScenario callScenario = CallScenario.before(call, harness);
        harness.provider.answerNothing(call);

        assertThatThrownBy(callScenario::run).isInstanceOf(NullPointerException.class);

        assertThat(harness.find(callScenario.session())).isInstanceOf(KycSession.Live.class);
    }
}
