package dev.kycport.endurance;

import dev.kycport.endurance.invariant.InvariantVerifier;
import dev.kycport.endurance.system.ShiftedClock;
import dev.kycport.endurance.system.SystemUnderTest;
import dev.kycport.endurance.system.TestDatabase;
import dev.kycport.endurance.user.StepJournal;
import dev.kycport.endurance.user.TestSubject;
import dev.kycport.endurance.user.UserHistory;
import dev.kycport.endurance.vendor.VendorFaultProfile;
import dev.kycport.endurance.vendor.VendorStub;
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
public final class KillNineRun {

    private static final Duration START_TIMEOUT = Duration.ofSeconds(90);
    private static final Duration DRAIN_TIMEOUT = Duration.ofMinutes(20);
    private static final Duration WORK_TIMEOUT = Duration.ofSeconds(20);
    private static final int MAX_OUTCOMES = 150;
    private static final int MAX_RESUMED_SESSIONS = 40;
    private static final int THREADS = 4;

    // On a busy machine a database may take its time, and that is not what is tried here.
    private static final String STORE_TIMEOUT = ", timeout = 30s";

    private final PrintStream out = System.out;
    private final Path folder;
    private final SystemUnderTest systemUnderTest;
    private final VendorStub vendor;
    private final ShiftedClock clock;
    private final Random random;
    private final StepJournal stepJournal = new StepJournal();
    private final Set<String> violations = new LinkedHashSet<>();
    private final Set<String> reported = new HashSet<>();
    private final InvariantVerifier invariantVerifier;
    private int killsDuringStart;
    private int killsWithCallsInFlight;

    private KillNineRun(
            Path folder, SystemUnderTest systemUnderTest, VendorStub vendor, ShiftedClock clock, long seed) {
        this.clock = clock;
        this.folder = folder;
        this.systemUnderTest = systemUnderTest;
        this.vendor = vendor;
        this.random = new Random(seed);
        this.invariantVerifier = new InvariantVerifier(
                stepJournal, vendor.sightings(), SystemUnderTest.CALL_TIMEOUT, SystemUnderTest.POLICIES);
    }

    /** Runs. */
    public static void main(String[] args) throws Exception {
        String kind = args.length > 0 ? args[0] : "sqlite";
        int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 200;
        long seed = args.length > 2 ? Long.parseLong(args[2]) : 1;
        Path folder = Files.createTempDirectory("kill-nine-");
        ShiftedClock clock = new ShiftedClock(Duration.ZERO);
        int violationsFound;
        try (TestDatabase database = TestDatabase.of(kind, folder);
                VendorStub vendor = new VendorStub(VendorFaultProfile.REALISTIC, seed, clock)) {
            SystemUnderTest systemUnderTest = SystemUnderTest.create(vendor.url(), database.store() + STORE_TIMEOUT);
            violationsFound = new KillNineRun(folder, systemUnderTest, vendor, clock, seed).run(kind, rounds, seed);
        }
        System.exit(violationsFound == 0 ? 0 : 1);
    }

    private int run(String kind, int rounds, long seed) throws IOException, InterruptedException {
        out.printf("kill -9 on %s, %d times, seed %d; files in %s%n", kind, rounds, seed, folder);
        Files.writeString(folder.resolve("kyc.conf"), systemUnderTest.hocon());
        for (int round = 1; round <= rounds; round++) {
            int before = violations.size();
            runRound(round);
            if (round % 10 == 0 || violations.size() > before) {
                out.printf(
                        "  %d kills, %d sessions, %d calls seen, %d violations%n",
                        round,
                        stepJournal.histories().size(),
                        vendor.sightings().count(),
                        violations.size());
            }
        }
        drainSessions();
        printReport(rounds);
        return violations.size();
    }

    private void runRound(int round) throws IOException, InterruptedException {
        clock.advance(
                Duration.ofMillis(random.nextInt(10) < 7 ? random.nextInt(3000) : 20_000 + random.nextInt(40_000)));
        WorkerProcess worker = WorkerProcess.start(writeJob(round, false), folder.resolve("node.log"), stepJournal);
        awaitKillMoment(worker);
        if (!worker.isAlive()) {
            recordViolations("round " + round, List.of("the process died by itself; see node.log"));
        }
        killsDuringStart += worker.isReady() ? 0 : 1;
        killsWithCallsInFlight += vendor.callsInFlight() > 0 ? 1 : 0;
        worker.kill();
        vendor.awaitIdle();
        Set<TestSubject> touched = new HashSet<>(stepJournal.drainUpdatedSubjects());
        touched.addAll(vendor.sightings().drainUpdatedSubjects());
        recordViolations(
                "after kill " + round,
                invariantVerifier
                        .verify(systemUnderTest, touched, clock.instant())
                        .violations());
    }

    // Some die while they start, the others amid their work: on a busy machine work is measured in answers, not in
    // time.
    private void awaitKillMoment(WorkerProcess worker) throws InterruptedException {
        if (random.nextInt(10) < 3) {
            Thread.sleep(50 + random.nextInt(1500));
        } else if (worker.awaitReady(START_TIMEOUT)) {
            long enoughOutcomes = stepJournal.outcomeCount() + random.nextInt(MAX_OUTCOMES);
            Instant deadline = Instant.now().plus(WORK_TIMEOUT);
            while (stepJournal.outcomeCount() < enoughOutcomes
                    && worker.isAlive()
                    && Instant.now().isBefore(deadline)) {
                Thread.sleep(1);
            }
            Thread.sleep(random.nextInt(50));
        }
    }

    private void drainSessions() throws IOException, InterruptedException {
        clock.advance(Duration.ofSeconds(46));
        WorkerProcess worker = WorkerProcess.start(writeJob(0, true), folder.resolve("node.log"), stepJournal);
        if (!worker.awaitJobDone(DRAIN_TIMEOUT)) {
            recordViolations("at the end", List.of("the last life did not come to its end; see node.log"));
        }
        worker.kill();
        vendor.awaitIdle();
        clock.advance(SessionDrainer.DURATION);
        recordViolations(
                "at the end",
                stepJournal.unfinished().stream()
                        .map(userHistory -> userHistory.subject() + " is stuck at " + userHistory.latestOutcome())
                        .toList());
    }

    private void printReport(int rounds) {
        InvariantVerifier.Findings findings = invariantVerifier.verifyAll(systemUnderTest, clock.instant());
        recordViolations("at the end", findings.violations());
        out.printf(
                "%d kills, %d of them during the start, %d with calls under way%n",
                rounds, killsDuringStart, killsWithCallsInFlight);
        RunSummary.print(out, findings.evidence(), stepJournal, violations);
    }

    private void recordViolations(String when, List<String> violationsFound) {
        violationsFound.stream().filter(reported::add).forEach(violation -> {
            out.println("  " + when + ": " + violation);
            violations.add(when + ": " + violation);
        });
    }

    private Path writeJob(int round, boolean drain) throws IOException {
        List<UserHistory> unfinished = new ArrayList<>(stepJournal.unfinished());
        Collections.shuffle(unfinished, random);
        return new WorkerJob(
                        folder.resolve("kyc.conf"),
                        clock.ahead(),
                        random.nextLong(),
                        THREADS,
                        stepJournal.nextNumber(),
                        WorkerJob.resumedSessions(
                                drain
                                        ? unfinished
                                        : unfinished.stream()
                                                .limit(MAX_RESUMED_SESSIONS)
                                                .toList()),
                        drain)
                .write(folder.resolve("errand-" + round));
    }
}
