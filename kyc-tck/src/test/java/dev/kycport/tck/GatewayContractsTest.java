package dev.kycport.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kycport.domain.Flow;
import dev.kycport.domain.ProviderCall;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
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
        Suspects.FLAW.remove();
    }

    @ParameterizedTest
    @EnumSource
    void a_correct_gateway_passes_every_test(Flow flow) {
        Trial trial = tried(Flaw.NONE, flow);

        assertThat(trial.green()).isEqualTo(Trial.testsOf(Suspects.gateway(flow)));
    }

    @ParameterizedTest(name = "{1}: {0}")
    @MethodSource
    void a_broken_gateway_is_caught_by_the_test_of_that_name(Flaw flaw, Flow flow) {
        Trial trial = tried(flaw, flow);

        assertThat(trial.red()).contains(flaw.caughtBy());
    }

    @ParameterizedTest
    @EnumSource
    void every_test_goes_red_on_some_broken_gateway(Flow flow) {
        Set<String> wentRed = new TreeSet<>();
        flawsIn(flow).forEach(flaw -> wentRed.addAll(tried(flaw, flow).red()));

        assertThat(wentRed).isEqualTo(Trial.testsOf(Suspects.gateway(flow)));
    }

    @Test
    void a_declared_gap_is_skipped_and_not_passed() {
        Flaw gap = Flaw.declaring("has no quota", Map.of(ProviderBehaviour.QUOTA_USED, "this vendor counts nothing"));

        Trial trial = tried(gap, Flow.DIRECT_OTP);

        assertThat(trial.skipped()).containsExactly("a_used_up_quota_is_told_as_such");
        assertThat(trial.red()).isEmpty();
    }

    @Test
    void without_a_wire_many_go_through_whole_sessions_at_once() {
        String test = "many_who_ask_at_once_are_not_mixed_up";

        assertThat(Trial.of(Suspects.Alone.class, test).green()).containsExactly(test);
        assertThat(Trial.of(Suspects.AloneAndForgetful.class, test).red()).containsExactly(test);
    }

    @Test
    void what_went_wrong_is_told_in_words() {
        assertThat(said("takes times-out for unreachable"))
                .contains("the client waits no longer than RecordedProvider.PATIENCE");
        assertThat(said("repeats on throttled")).contains("repeated: [2 requests where one is enough]");
        assertThat(said("says that nobody mistypes"))
                .contains("wrong-code is no gap: every provider shows it, so add its recording");
    }

    @Test
    @SuppressWarnings("NullAway")
    void a_gateway_that_returns_null_is_told_so() {
        Showing<String> showing = Showing.withoutWire(Sample.anyProvider(), "nobody");
        Outcome nothing = Outcome.of(ProviderBehaviour.WRONG_CODE, ProviderCall.VERIFY_CODE, showing, () -> null);

        assertThatThrownBy(nothing::verdict).hasMessageContaining("made the gateway return null");
        assertThat(nothing.thrown()).isEmpty();
    }

    private static String said(String name) {
        Flaw flaw = flawsIn(Flow.DIRECT_OTP).stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow();
        return tried(flaw, Flow.DIRECT_OTP).message(flaw.caughtBy());
    }

    static Stream<Arguments> a_broken_gateway_is_caught_by_the_test_of_that_name() {
        return Flaws.all().stream().flatMap(flaw -> flaw.flows().stream().map(flow -> Arguments.of(flaw, flow)));
    }

    private static List<Flaw> flawsIn(Flow flow) {
        return Flaws.all().stream().filter(flaw -> flaw.flows().contains(flow)).toList();
    }

    private static final Map<Flow, Map<String, Trial>> TRIALS = new EnumMap<>(Flow.class);

    // One trial of a flaw serves both questions asked about it.
    private static Trial tried(Flaw flaw, Flow flow) {
        return TRIALS.computeIfAbsent(flow, none -> new java.util.HashMap<>()).computeIfAbsent(flaw.name(), none -> {
            Suspects.FLAW.set(flaw);
            return Trial.of(Suspects.gateway(flow));
        });
    }
}
