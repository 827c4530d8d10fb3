package dev.kycport.adapter.resilience4j;

import dev.kycport.domain.SessionId;
import dev.kycport.domain.session.SessionState;
import dev.kycport.tck.sample.MovableClock;
import dev.kycport.tck.sample.SampleValues;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * On eight threads, all through the same two guards. What a person does, by their own clock, and in which weather, is decided by
 * the session's number; only what the guards answer depends on who comes first, and whatever they answer, these facts hold.
 */
class ConcurrentThousandSessionsTest extends ThousandSessionsContract {

    private static final int THREADS = 8;
    private static final long PATIENCE_SECONDS = 60;
    private static final int MOST_STEPS = 60;

    private static final ThreadLocal<SimulatedVisitor> VISIT = new ThreadLocal<>();

    @Override
    CrowdSimulation createCrowd() {
        return CrowdSimulation.concurrent(SEED, THREADS, VISIT::get, RULES, registry);
    }

    @Override
    List<SessionId> run(CrowdSimulation crowdSimulation) {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<SessionId>> visits = new ArrayList<>();
            for (int i = 0; i < SESSIONS; i++) {
                int number = i;
                visits.add(threads.submit(() -> visited(crowdSimulation, number)));
            }
            return visits.stream().map(ConcurrentThousandSessionsTest::over).toList();
        } finally {
            threads.shutdownNow();
            // The tests look at the sessions when everybody's time is over.
            VISIT.set(
                    new SimulatedVisitor(new Random(SEED), MovableClock.at(SampleValues.NOW.plus(Duration.ofDays(1)))));
        }
    }

    // Another comes every other second.
    private static SessionId visited(CrowdSimulation crowdSimulation, int number) {
        VISIT.set(new SimulatedVisitor(
                new Random(SEED + number), MovableClock.at(SampleValues.NOW.plusSeconds(2L * number))));
        Random random = VISIT.get().random();
        SessionId id = crowdSimulation.openSession();
        for (int step = 0; step < MOST_STEPS && !isOver(crowdSimulation, id); step++) {
            crowdSimulation.takeStep(id);
            crowdSimulation.advanceTime(Duration.ofMillis(random.nextInt(40_000)));
        }
        return id;
    }

    private static boolean isOver(CrowdSimulation crowdSimulation, SessionId id) {
        SessionState state = crowdSimulation.findSession(id).state();
        return state == SessionState.VERIFIED || state == SessionState.ENDED;
    }

    private static SessionId over(Future<SessionId> visit) {
        try {
            return visit.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException failed) {
            throw new AssertionError("a visit failed", failed.getCause());
        } catch (TimeoutException stuck) {
            throw new AssertionError("a visit is stuck", stuck);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", interrupted);
        }
    }
}
