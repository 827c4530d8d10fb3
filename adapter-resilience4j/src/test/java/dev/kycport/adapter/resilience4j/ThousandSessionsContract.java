package dev.kycport.adapter.resilience4j;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.adapter.micrometer.MicrometerMeter;
import dev.kycport.adapter.resilience4j.GuardConfig.CircuitRules;
import dev.kycport.adapter.resilience4j.GuardConfig.Window;
import dev.kycport.domain.SessionId;
import dev.kycport.domain.otp.OtpPolicy;
import dev.kycport.domain.session.KycSession;
import dev.kycport.domain.session.SessionState;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What must hold of a thousand sessions in weather that changes at random, the same weather every time. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class ThousandSessionsContract {

    static final int SESSIONS = 1000;
    static final long SEED = 20_260_115;
    static final GuardConfig RULES = GuardConfig.defaults()
            .withCircuit(new CircuitRules(50, 60, Duration.ofSeconds(15), 10, 6, Duration.ofSeconds(20), 2))
            .withWindows(Window.perSecond(5), Window.perMinute(60));

    final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final CrowdSimulation crowdSimulation;
    private final List<SessionId> sessions;

    /** For the subclasses. */
    ThousandSessionsContract() {
        crowdSimulation = createCrowd();
        sessions = run(crowdSimulation);
    }

    abstract CrowdSimulation createCrowd();

    /** Lets everybody come, do what they do, and run out of time. */
    abstract List<SessionId> run(CrowdSimulation them);

    @Test
    final void no_session_is_lost() {
        assertThat(sessions).hasSize(SESSIONS).doesNotHaveDuplicates().allSatisfy(crowdSimulation::findSession);
    }

    @Test
    final void none_is_stuck() {
        assertThat(sessions)
                .allSatisfy(id -> assertThat(crowdSimulation.findSession(id).state())
                        .isIn(SessionState.VERIFIED, SessionState.ENDED));
    }

    @Test
    final void none_is_verified_but_those_a_provider_vouched_for() {
        assertThat(sessions)
                .filteredOn(id -> crowdSimulation.findSession(id) instanceof KycSession.Verified)
                .hasSizeGreaterThan(SESSIONS / 4)
                .allMatch(crowdSimulation::isProven);
    }

    @Test
    final void nobody_gets_two_codes_at_a_time() {
        assertThat(crowdSimulation.codesSentAt.values())
                .hasSizeGreaterThan(SESSIONS / 4)
                .allSatisfy(ThousandSessionsContract::apart);
    }

    @Test
    final void the_transitions_of_both_circuits_are_in_the_metrics() {
        for (String provider : List.of("first", "second")) {
            for (String state : List.of("open", "half-open", "closed")) {
                assertThat(registry.counter(MicrometerMeter.CIRCUIT, "provider", provider, "outcome", state)
                                .count())
                        .as(provider + " " + state)
                        .isPositive();
            }
        }
    }

    @Test
    final void every_call_is_in_the_metrics_and_the_guard_spared_the_providers_some() {
        double counted = registry.find(MicrometerMeter.CALLS).counters().stream()
                .mapToDouble(Counter::count)
                .sum();
        double timed = registry.find(MicrometerMeter.TIMER).timers().stream()
                .mapToDouble(timer -> timer.count())
                .sum();

        assertThat(counted).isEqualTo(timed);
        assertThat(counted)
                .isGreaterThan(crowdSimulation.first.calls().size()
                        + crowdSimulation.second.calls().size());
    }

    @Test
    final void every_way_of_the_weather_was_met() {
        assertThat(registry.find(MicrometerMeter.CALLS)
                        .tagKeys("provider", "flow", "step", "outcome")
                        .counters())
                .extracting(counter -> counter.getId().getTag("outcome"))
                .contains(
                        "ok",
                        "provider.unreachable",
                        "provider.timed-out",
                        "provider.throttled",
                        "provider.credentials",
                        "provider.quota",
                        "provider.refused",
                        "provider.unintelligible",
                        "source.down",
                        "source.timed-out");
    }

    private static void apart(List<Instant> codes) {
        for (int i = 1; i < codes.size(); i++) {
            assertThat(Duration.between(codes.get(i - 1), codes.get(i)))
                    .isGreaterThanOrEqualTo(OtpPolicy.DEFAULT.resendGap());
        }
    }
}
