package dev.kycport.adapter.resilience4j;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.domain.SessionId;
import dev.kycport.domain.session.SessionState;
import dev.kycport.tck.sample.MovableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** On one thread, which takes a step of this and a step of that session: whatever it finds it finds every time. */
class SequentialThousandSessionsTest extends ThousandSessionsContract {

    private static final int AT_ONCE = 25;

    @Override
    CrowdSimulation createCrowd() {
        return CrowdSimulation.sequential(
                new SimulatedVisitor(new Random(SEED), MovableClock.atSampleTime()), RULES, registry);
    }

    // People come and go; at last everybody's time is over.
    @Override
    List<SessionId> run(CrowdSimulation crowdSimulation) {
        Random random = new Random(SEED);
        List<SessionId> opened = new ArrayList<>();
        List<SessionId> present = new ArrayList<>();
        Map<SessionState, Integer> seen = new EnumMap<>(SessionState.class);
        while (opened.size() < SESSIONS || !present.isEmpty()) {
            while (present.size() < AT_ONCE && opened.size() < SESSIONS) {
                SessionId id = crowdSimulation.openSession();
                opened.add(id);
                present.add(id);
            }
            SessionId id = present.get(random.nextInt(present.size()));
            seen.merge(crowdSimulation.findSession(id).state(), 1, Integer::sum);
            crowdSimulation.takeStep(id);
            crowdSimulation.advanceTime(Duration.ofMillis(random.nextInt(4000)));
            SessionState now = crowdSimulation.findSession(id).state();
            seen.merge(now, 1, Integer::sum);
            if (now == SessionState.VERIFIED || now == SessionState.ENDED || random.nextInt(60) == 0) {
                present.remove(id);
            }
        }
        crowdSimulation.advanceTime(Duration.ofHours(1));
        // Nobody takes an identity over here.
        assertThat(seen.keySet()).isEqualTo(EnumSet.complementOf(EnumSet.of(SessionState.COMPLETED)));
        return opened;
    }
}
