package dev.kycport.endurance.user;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/** Threads that each run one user after another, until no user is left or {@link #stop()} is called. */
public final class UserTraffic {

    private static final int MAX_STEPS = 40;
    private static final int MAX_PAUSE_MILLIS = 15;

    private final Supplier<Optional<SimulatedUser>> users;
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean stopped;

    public UserTraffic(Supplier<Optional<SimulatedUser>> users) {
        this.users = users;
    }

    public UserTraffic start(int size, long seed) {
        for (int i = 0; i < size; i++) {
            Random random = new Random(seed + i);
            Thread thread = new Thread(() -> run(random), "traffic-" + i);
            thread.setDaemon(true);
            threads.add(thread);
            thread.start();
        }
        return this;
    }

    /** Stops after the current steps. */
    public void stop() {
        stopped = true;
    }

    /** Waits until no user is left. */
    public void join() throws InterruptedException {
        for (Thread thread : threads) {
            thread.join();
        }
    }

    /** Waits that long for each thread; false if one still runs. */
    public boolean join(Duration timeout) throws InterruptedException {
        for (Thread thread : threads) {
            thread.join(timeout.toMillis());
        }
        return threads.stream().noneMatch(Thread::isAlive);
    }

    private void run(Random random) {
        UserBehaviour behaviour = UserBehaviour.random(random);
        for (Optional<SimulatedUser> next = users.get(); next.isPresent() && !stopped; next = users.get()) {
            run(next.get(), behaviour, random);
        }
    }

    private void run(SimulatedUser user, UserBehaviour behaviour, Random random) {
        if (user.session().isEmpty() && !user.open()) {
            pause();
            return;
        }
        for (int steps = 0; steps < MAX_STEPS && !stopped; steps++) {
            Optional<UserStep> step = user.session().flatMap(behaviour::next);
            if (step.isEmpty()) {
                return;
            }
            if (!performOrDoubleClick(user, step.get(), random) && !refreshAndRetry(user, random)) {
                return;
            }
            pause();
        }
    }

    // A refused user reloads the session and mostly tries again.
    private static boolean refreshAndRetry(SimulatedUser user, Random random) {
        return user.perform(UserStep.FIND_SESSION) && random.nextInt(3) > 0;
    }

    // One step in ten is a double click.
    private static boolean performOrDoubleClick(SimulatedUser user, UserStep step, Random random) {
        if (random.nextInt(10) > 0) {
            return user.perform(step);
        }
        Thread secondClick = new Thread(() -> user.perform(step), "second-click");
        secondClick.setDaemon(true);
        secondClick.start();
        boolean moved = user.perform(step);
        try {
            secondClick.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return moved;
    }

    private static void pause() {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextInt(MAX_PAUSE_MILLIS));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
