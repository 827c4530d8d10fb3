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
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A thousand sessions in weather that changes at random, the same weather every time. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayNameGeneration(ReplaceUnderscores.class)
class ThousandSessionsTest {

    private static final int SESSIONS = 1000;
    private static final int AT_ONCE = 25;
    private static final long SEED = 20_260_115;

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final Crowd crowd = new Crowd(
            SEED,
            GuardConfig.usual()
                    .with(new CircuitRules(50, 60, Duration.ofSeconds(15), 10, 6, Duration.ofSeconds(20), 2))
                    .within(Window.perSecond(5), Window.perMinute(60)),
            registry);
    private final List<SessionId> all = play();

    @Test
    void no_session_is_lost() {
        assertThat(all).hasSize(SESSIONS).doesNotHaveDuplicates().allSatisfy(crowd::looksAt);
    }

    @Test
    void none_is_stuck() {
        assertThat(all)
                .allSatisfy(
                        id -> assertThat(crowd.looksAt(id).state()).isIn(SessionState.VERIFIED, SessionState.ENDED));
    }

    @Test
    void none_is_verified_but_those_a_provider_vouched_for() {
        assertThat(all)
                .filteredOn(id -> crowd.looksAt(id) instanceof KycSession.Verified)
                .hasSizeGreaterThan(SESSIONS / 4)
                .allMatch(crowd::isProven);
    }

    @Test
    void nobody_gets_two_codes_at_a_time() {
        assertThat(crowd.codes.values()).hasSizeGreaterThan(SESSIONS / 4).allSatisfy(ThousandSessionsTest::apart);
    }

    @Test
    void the_transitions_of_both_circuits_are_in_the_metrics() {
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
    void every_call_is_in_the_metrics_and_the_guard_spared_the_providers_some() {
        double counted = registry.find(MicrometerMeter.CALLS).counters().stream()
                .mapToDouble(Counter::count)
                .sum();
        double timed = registry.find(MicrometerMeter.TIMER).timers().stream()
                .mapToDouble(timer -> timer.count())
                .sum();

        assertThat(counted).isEqualTo(timed);
        assertThat(counted)
                .isGreaterThan(crowd.first.calls().size() + crowd.second.calls().size());
    }

    @Test
    void every_way_of_the_weather_was_met() {
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

    // People come and go; at last everybody's time is over.
    private List<SessionId> play() {
        Random random = new Random(SEED);
        List<SessionId> opened = new ArrayList<>();
        List<SessionId> present = new ArrayList<>();
        Map<SessionState, Integer> seen = new EnumMap<>(SessionState.class);
        while (opened.size() < SESSIONS || !present.isEmpty()) {
            while (present.size() < AT_ONCE && opened.size() < SESSIONS) {
                SessionId id = crowd.opens();
                opened.add(id);
                present.add(id);
            }
            SessionId id = present.get(random.nextInt(present.size()));
            seen.merge(crowd.looksAt(id).state(), 1, Integer::sum);
            crowd.steps(id);
            crowd.passes(Duration.ofMillis(random.nextInt(4000)));
            SessionState now = crowd.looksAt(id).state();
            seen.merge(now, 1, Integer::sum);
            if (now == SessionState.VERIFIED || now == SessionState.ENDED || random.nextInt(60) == 0) {
                present.remove(id);
            }
        }
        crowd.passes(Duration.ofHours(1));
        assertThat(seen).containsKeys(SessionState.values());
        return opened;
    }

    private static void apart(List<Instant> codes) {
        for (int i = 1; i < codes.size(); i++) {
            assertThat(Duration.between(codes.get(i - 1), codes.get(i)))
                    .isGreaterThanOrEqualTo(OtpPolicy.USUAL.resendGap());
        }
    }
}
