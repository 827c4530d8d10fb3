package dev.kycport.adapter.resilience4j;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.domain.SessionId;
import dev.kycport.domain.session.SessionState;
import dev.kycport.tck.MovableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** On one thread, which takes a step of this and a step of that session: whatever it finds it finds every time. */
class ThousandSessionsTest extends ThousandSessions {

    private static final int AT_ONCE = 25;

    @Override
    Crowd crowd() {
        return Crowd.inTurn(new Visit(new Random(SEED), MovableClock.usual()), RULES, registry);
    }

    // People come and go; at last everybody's time is over.
    @Override
    List<SessionId> play(Crowd crowd) {
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
        // Nobody takes an identity over here.
        assertThat(seen.keySet()).isEqualTo(EnumSet.complementOf(EnumSet.of(SessionState.COMPLETED)));
        return opened;
    }
}
