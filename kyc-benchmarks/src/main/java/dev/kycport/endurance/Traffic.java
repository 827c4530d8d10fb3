package dev.kycport.endurance;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/** Several threads, each leading one person after the other until there is nobody left or somebody says stop. */
final class Traffic {

    private static final int MOST_STEPS = 40;
    private static final int LONGEST_THOUGHT = 15;

    private final Supplier<Optional<Person>> people;
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean stopped;

    Traffic(Supplier<Optional<Person>> people) {
        this.people = people;
    }

    Traffic start(int size, long seed) {
        for (int i = 0; i < size; i++) {
            Random random = new Random(seed + i);
            Thread thread = new Thread(() -> lead(random), "traffic-" + i);
            thread.setDaemon(true);
            threads.add(thread);
            thread.start();
        }
        return this;
    }

    /** Lets everyone finish the step they are at. */
    void stop() {
        stopped = true;
    }

    /** Waits for them; false if somebody is stuck. */
    boolean join(long millis) throws InterruptedException {
        for (Thread thread : threads) {
            thread.join(millis);
        }
        return threads.stream().noneMatch(Thread::isAlive);
    }

    private void lead(Random random) {
        Choice choice = Choice.whimsical(random);
        for (Optional<Person> next = people.get(); next.isPresent() && !stopped; next = people.get()) {
            lead(next.get(), choice, random);
        }
    }

    private void lead(Person person, Choice choice, Random random) {
        if (person.session().isEmpty() && !person.open()) {
            think();
            return;
        }
        for (int steps = 0; steps < MOST_STEPS && !stopped; steps++) {
            Optional<Step> step = person.session().flatMap(choice::next);
            if (step.isEmpty()) {
                return;
            }
            if (!take(person, step.get(), random) && !goesOn(person, random)) {
                return;
            }
            think();
        }
    }

    // Whoever is refused looks where they are, and mostly tries again.
    private static boolean goesOn(Person person, Random random) {
        return person.take(Step.LOOK) && random.nextInt(3) > 0;
    }

    // One in ten clicks twice.
    private static boolean take(Person person, Step step, Random random) {
        if (random.nextInt(10) > 0) {
            return person.take(step);
        }
        Thread second = new Thread(() -> person.take(step), "second-click");
        second.setDaemon(true);
        second.start();
        boolean moved = person.take(step);
        try {
            second.join();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        return moved;
    }

    private static void think() {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextInt(LONGEST_THOUGHT));
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
