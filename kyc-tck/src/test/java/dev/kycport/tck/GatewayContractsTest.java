package dev.kycport.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kycport.domain.Flow;
import dev.kycport.domain.ProviderCall;
import dev.kycport.tck.recording.GatewayUnderTest;
import dev.kycport.tck.recording.ProviderBehaviour;
import dev.kycport.tck.sample.SampleValues;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class GatewayContractsTest {

    @AfterEach
    void forget() {
        ContractFixtures.BROKEN_GATEWAY.remove();
    }

    @ParameterizedTest
    @EnumSource
    void a_correct_gateway_passes_every_test(Flow flow) {
        ContractRun contractRun = ContractRun.of(ContractFixtures.gateway(flow));

        assertThat(contractRun.green()).isEqualTo(ContractRun.testsOf(ContractFixtures.gateway(flow)));
    }

    @ParameterizedTest(name = "{1}: {0}")
    @MethodSource
    void a_broken_gateway_is_caught_by_the_test_of_that_name(BrokenGateway brokenGateway, Flow flow) {
        ContractRun contractRun = tried(brokenGateway, flow);

        assertThat(contractRun.red()).contains(brokenGateway.caughtBy());
    }

    @ParameterizedTest
    @EnumSource
    void every_test_goes_red_on_some_broken_gateway(Flow flow) {
        Set<String> caughtBy =
                flawsIn(flow).stream().map(BrokenGateway::caughtBy).collect(Collectors.toCollection(TreeSet::new));

        assertThat(caughtBy).isEqualTo(ContractRun.testsOf(ContractFixtures.gateway(flow)));
    }

    @Test
    void a_declared_gap_is_skipped_and_not_passed() {
        BrokenGateway gap = BrokenGateway.declaring(
                "has no quota", Map.of(ProviderBehaviour.QUOTA_USED, "this vendor counts nothing"));

        ContractFixtures.BROKEN_GATEWAY.set(gap);
        ContractRun contractRun = ContractRun.of(ContractFixtures.gateway(Flow.DIRECT_OTP));

        assertThat(contractRun.skipped()).containsExactly("a_used_up_quota_is_reported_as_such");
        assertThat(contractRun.red()).isEmpty();
    }

    @Test
    void without_a_wire_many_go_through_whole_sessions_at_once() {
        String test = "many_who_ask_at_once_are_not_mixed_up";

        assertThat(ContractRun.of(ContractFixtures.InProcess.class, test).green())
                .containsExactly(test);
        assertThat(ContractRun.of(ContractFixtures.InProcessWithSharedField.class, test)
                        .red())
                .containsExactly(test);
    }

    @Test
    void a_red_test_says_what_went_wrong() {
        assertThat(said("takes times-out for unreachable"))
                .contains("the client waits no longer than the read time-out of RecordedProvider.endpoint()");
        assertThat(said("repeats on throttled")).contains("repeated: [2 requests where one is enough]");
        assertThat(said("says that nobody mistypes"))
                .contains("wrong-code is no gap: every provider shows it, so add its recording");
    }

    @Test
    @SuppressWarnings("NullAway")
    void a_gateway_that_returns_null_is_reported() {
        GatewayUnderTest<String> gatewayUnderTest =
                GatewayUnderTest.withoutTraffic(SampleValues.anyProvider(), "nobody");
        ObservedOutcome nothing = ObservedOutcome.observe(new ObservedOutcome.Planned(
                ProviderBehaviour.WRONG_CODE, ProviderCall.VERIFY_CODE, gatewayUnderTest, () -> null));

        assertThatThrownBy(nothing::verdict).hasMessageContaining("made the gateway return null");
        assertThat(nothing.thrown()).isEmpty();
    }

    private static String said(String name) {
        BrokenGateway brokenGateway = flawsIn(Flow.DIRECT_OTP).stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow();
        return tried(brokenGateway, Flow.DIRECT_OTP).message(brokenGateway.caughtBy());
    }

    static Stream<Arguments> a_broken_gateway_is_caught_by_the_test_of_that_name() {
        return BrokenGateways.all().stream()
                .flatMap(
                        brokenGateway -> brokenGateway.flows().stream().map(flow -> Arguments.of(brokenGateway, flow)));
    }

    private static List<BrokenGateway> flawsIn(Flow flow) {
        return BrokenGateways.all().stream()
                .filter(brokenGateway -> brokenGateway.flows().contains(flow))
                .toList();
    }

    // Only the test that must catch it: the others would take minutes.
    private static ContractRun tried(BrokenGateway brokenGateway, Flow flow) {
        ContractFixtures.BROKEN_GATEWAY.set(brokenGateway);
        return ContractRun.of(ContractFixtures.gateway(flow), brokenGateway.caughtBy());
    }
}
