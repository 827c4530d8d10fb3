package dev.kycport.endurance;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Kills a process that runs sessions, at a random moment, again and again, and looks each time for what is lost. Arguments:
 * {@code sqlite} or {@code postgres}, how often (200), a seed (1). Exit status 1 if anything was found.
 */
public final class KillNine {

    private static final Duration LONGEST_START = Duration.ofSeconds(90);
    private static final Duration LONGEST_LAST_LIFE = Duration.ofMinutes(20);
    private static final Duration LONGEST_WORK = Duration.ofSeconds(20);
    private static final int MOST_ANSWERS = 150;
    private static final int CARRIED = 40;
    private static final int THREADS = 4;

    // On a busy machine a database may take its time, and that is not what is tried here.
    private static final String PATIENT = ", timeout = 30s";

    private final PrintStream out = System.out;
    private final Path folder;
    private final Installation installation;
    private final VendorStub vendor;
    private final ShiftedClock clock;
    private final Random random;
    private final Journal journal = new Journal();
    private final Set<String> violations = new LinkedHashSet<>();
    private final Set<String> told = new HashSet<>();
    private final Examiner examiner;
    private int duringStart;
    private int withCallsUnderWay;

    private KillNine(Path folder, Installation installation, VendorStub vendor, ShiftedClock clock, long seed) {
        this.clock = clock;
        this.folder = folder;
        this.installation = installation;
        this.vendor = vendor;
        this.random = new Random(seed);
        this.examiner = new Examiner(journal, vendor.sightings(), Installation.PATIENCE, Installation.POLICIES);
    }

    /** Runs. */
    public static void main(String[] args) throws Exception {
        String kind = args.length > 0 ? args[0] : "sqlite";
        int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 200;
        long seed = args.length > 2 ? Long.parseLong(args[2]) : 1;
        Path folder = Files.createTempDirectory("kill-nine-");
        ShiftedClock clock = new ShiftedClock(Duration.ZERO);
        int found;
        try (TestDatabase database = TestDatabase.of(kind, folder);
                VendorStub vendor = new VendorStub(Mood.CHANGEABLE, seed, clock)) {
            Installation installation = Installation.of(vendor.url(), database.store() + PATIENT);
            found = new KillNine(folder, installation, vendor, clock, seed).run(kind, rounds, seed);
        }
        System.exit(found == 0 ? 0 : 1);
    }

    private int run(String kind, int rounds, long seed) throws IOException, InterruptedException {
        out.printf("kill -9 on %s, %d times, seed %d; files in %s%n", kind, rounds, seed, folder);
        Files.writeString(folder.resolve("kyc.conf"), installation.hocon());
        for (int round = 1; round <= rounds; round++) {
            int before = violations.size();
            round(round);
            if (round % 10 == 0 || violations.size() > before) {
                out.printf(
                        "  %d kills, %d sessions, %d calls seen, %d violations%n",
                        round, journal.stories().size(), vendor.sightings().count(), violations.size());
            }
        }
        lastLife();
        report(rounds);
        return violations.size();
    }

    private void round(int round) throws IOException, InterruptedException {
        clock.advance(
                Duration.ofMillis(random.nextInt(10) < 7 ? random.nextInt(3000) : 20_000 + random.nextInt(40_000)));
        Life life = Life.begin(errand(round, false), folder.resolve("node.log"), journal);
        await(life);
        if (!life.isAlive()) {
            keep("round " + round, List.of("the process died by itself; see node.log"));
        }
        duringStart += life.isReady() ? 0 : 1;
        withCallsUnderWay += vendor.underWay() > 0 ? 1 : 0;
        life.kill();
        vendor.settle();
        Set<Subject> touched = new HashSet<>(journal.takeFresh());
        touched.addAll(vendor.sightings().takeFresh());
        keep(
                "after kill " + round,
                examiner.examine(installation, touched, clock.instant()).violations());
    }

    // Some die while they start, the others amid their work: on a busy machine work is measured in answers, not in
    // time.
    private void await(Life life) throws InterruptedException {
        if (random.nextInt(10) < 3) {
            Thread.sleep(50 + random.nextInt(1500));
        } else if (life.awaitReady(LONGEST_START)) {
            long enough = journal.answers() + random.nextInt(MOST_ANSWERS);
            Instant longest = Instant.now().plus(LONGEST_WORK);
            while (journal.answers() < enough && life.isAlive() && Instant.now().isBefore(longest)) {
                Thread.sleep(1);
            }
            Thread.sleep(random.nextInt(50));
        }
    }

    private void lastLife() throws IOException, InterruptedException {
        clock.advance(Duration.ofSeconds(46));
        Life life = Life.begin(errand(0, true), folder.resolve("node.log"), journal);
        if (!life.awaitDone(LONGEST_LAST_LIFE)) {
            keep("at the end", List.of("the last life did not come to its end; see node.log"));
        }
        life.kill();
        vendor.settle();
        clock.advance(LastLife.LENGTH);
        keep(
                "at the end",
                journal.unfinished().stream()
                        .map(story -> story.subject() + " is stuck at " + story.furthest())
                        .toList());
    }

    private void report(int rounds) {
        Examiner.Findings all = examiner.examineAll(installation, clock.instant());
        keep("at the end", all.violations());
        out.printf(
                "%d kills, %d of them during the start, %d with calls under way%n",
                rounds, duringStart, withCallsUnderWay);
        Tally.print(out, all.everyone(), journal, violations);
    }

    private void keep(String when, List<String> found) {
        found.stream().filter(told::add).forEach(violation -> {
            out.println("  " + when + ": " + violation);
            violations.add(when + ": " + violation);
        });
    }

    private Path errand(int round, boolean last) throws IOException {
        List<Story> unfinished = new ArrayList<>(journal.unfinished());
        Collections.shuffle(unfinished, random);
        return new Errand(
                        folder.resolve("kyc.conf"),
                        clock.ahead(),
                        random.nextLong(),
                        THREADS,
                        journal.nextNumber(),
                        Errand.waiting(
                                last
                                        ? unfinished
                                        : unfinished.stream().limit(CARRIED).toList()),
                        last)
                .write(folder.resolve("errand-" + round));
    }
}
