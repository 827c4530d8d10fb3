package dev.kycport.endurance.user;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/** Several threads, each leading one person after the other until there is nobody left or somebody says stop. */
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

    /** Lets everyone finish the step they are at. */
    public void stop() {
        stopped = true;
    }

    /** Waits for them; false if somebody is stuck. */
    public boolean join(long millis) throws InterruptedException {
        for (Thread thread : threads) {
            thread.join(millis);
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

    // Whoever is refused looks where they are, and mostly tries again.
    private static boolean refreshAndRetry(SimulatedUser user, Random random) {
        return user.perform(UserStep.FIND_SESSION) && random.nextInt(3) > 0;
    }

    // One in ten clicks twice.
    private static boolean performOrDoubleClick(SimulatedUser user, UserStep userStep, Random random) {
        if (random.nextInt(10) > 0) {
            return user.perform(userStep);
        }
        Thread secondClick = new Thread(() -> user.perform(userStep), "second-click");
        secondClick.setDaemon(true);
        secondClick.start();
        boolean moved = user.perform(userStep);
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
