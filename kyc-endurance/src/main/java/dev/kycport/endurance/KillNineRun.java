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
import dev.kycport.ports.store.Stores;
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
 * Kills a process that runs sessions, at random moments, and verifies the invariants after each kill. Arguments: {@code sqlite}
 * or {@code postgres}, kills (200), seed (1). The exit status is 1 if an invariant is violated.
 */
public final class KillNineRun {

    private static final Duration START_TIMEOUT = Duration.ofSeconds(90);
    private static final Duration DRAIN_TIMEOUT = Duration.ofMinutes(20);
    private static final Duration WORK_TIMEOUT = Duration.ofSeconds(20);
    private static final int MAX_OUTCOMES = 150;
    private static final int MAX_RESUMED_SESSIONS = 40;
    private static final int THREADS = 4;

    // A slow database on a busy machine is no violation.
    private static final String STORE_TIMEOUT = ", timeout = 30s";

    private final PrintStream out = System.out;
    private final Path folder;
    private final SystemUnderTest system;
    private final VendorStub vendor;
    private final ShiftedClock clock;
    private final Random random;
    private final StepJournal journal = new StepJournal();
    private final Set<String> violations = new LinkedHashSet<>();
    private final Set<String> reported = new HashSet<>();
    private final InvariantVerifier verifier;
    private int killsDuringStart;
    private int killsWithCallsInFlight;

    private KillNineRun(Path folder, SystemUnderTest system, VendorStub vendor, ShiftedClock clock, long seed) {
        this.clock = clock;
        this.folder = folder;
        this.system = system;
        this.vendor = vendor;
        this.random = new Random(seed);
        this.verifier = new InvariantVerifier(journal, vendor.callLog());
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
            SystemUnderTest system = SystemUnderTest.create(vendor.url(), database.store() + STORE_TIMEOUT);
            violationsFound = new KillNineRun(folder, system, vendor, clock, seed).run(kind, rounds, seed);
        }
        System.exit(violationsFound == 0 ? 0 : 1);
    }

    private int run(String kind, int rounds, long seed) throws IOException, InterruptedException {
        out.printf("kill -9 on %s, %d times, seed %d; files in %s%n", kind, rounds, seed, folder);
        Files.writeString(folder.resolve("kyc.conf"), system.hocon());
        for (int round = 1; round <= rounds; round++) {
            int before = violations.size();
            runRound(round);
            if (round % 10 == 0 || violations.size() > before) {
                out.printf(
                        "  %d kills, %d sessions, %d vendor calls, %d violations%n",
                        round, journal.histories().size(), vendor.callLog().count(), violations.size());
            }
        }
        drainSessions();
        printReport(rounds);
        return violations.size();
    }

    private void runRound(int round) throws IOException, InterruptedException {
        clock.advance(
                Duration.ofMillis(random.nextInt(10) < 7 ? random.nextInt(3000) : 20_000 + random.nextInt(40_000)));
        WorkerProcess worker =
                WorkerProcess.start(writeJob(round, false), folder.resolve("worker.log"), journal, clock);
        awaitKillMoment(worker);
        if (!worker.isAlive()) {
            recordViolations("round " + round, List.of("the process died by itself; see worker.log"));
        }
        killsDuringStart += worker.isReady() ? 0 : 1;
        killsWithCallsInFlight += vendor.callsInFlight() > 0 ? 1 : 0;
        kill(worker);
        Set<TestSubject> touched = new HashSet<>(journal.drainUpdatedSubjects());
        touched.addAll(vendor.callLog().drainUpdatedSubjects());
        try (Stores stores = system.openStores()) {
            recordViolations(
                    "after kill " + round,
                    verifier.verify(stores, touched, clock.instant()).violations());
        }
    }

    // Three kills in ten hit the start. The others wait for a number of outcomes, since time says little on a busy
    // machine.
    private void awaitKillMoment(WorkerProcess worker) throws InterruptedException {
        if (random.nextInt(10) < 3) {
            Thread.sleep(50 + random.nextInt(1500));
        } else if (worker.awaitReady(START_TIMEOUT)) {
            long enoughOutcomes = journal.outcomeCount() + random.nextInt(MAX_OUTCOMES);
            Instant deadline = Instant.now().plus(WORK_TIMEOUT);
            while (journal.outcomeCount() < enoughOutcomes
                    && worker.isAlive()
                    && Instant.now().isBefore(deadline)) {
                Thread.sleep(1);
            }
            Thread.sleep(random.nextInt(50));
        }
    }

    private void kill(WorkerProcess worker) throws InterruptedException {
        worker.kill();
        // A request of the killed process may be on its way to the vendor.
        Thread.sleep(30);
        vendor.awaitIdle();
    }

    private void drainSessions() throws IOException, InterruptedException {
        clock.advance(Duration.ofSeconds(46));
        WorkerProcess worker = WorkerProcess.start(writeJob(0, true), folder.resolve("worker.log"), journal, clock);
        if (!worker.awaitJobDone(DRAIN_TIMEOUT)) {
            recordViolations("at the end", List.of("the remaining sessions were not finished; see worker.log"));
        }
        kill(worker);
        recordViolations(
                "at the end",
                journal.unfinished().stream()
                        .map(history -> history.subject() + " is stuck at " + history.latestOutcome())
                        .toList());
    }

    private void printReport(int rounds) {
        InvariantVerifier.Findings findings;
        try (Stores stores = system.openStores()) {
            findings = verifier.verifyAll(stores, clock.instant());
        }
        recordViolations("at the end", findings.violations());
        out.printf(
                "%d kills, %d of them during the start, %d with calls in flight%n",
                rounds, killsDuringStart, killsWithCallsInFlight);
        RunSummary.print(out, findings.evidence(), journal, violations);
    }

    private void recordViolations(String when, List<String> violationsFound) {
        violationsFound.stream().filter(reported::add).forEach(violation -> {
            out.println("  " + when + ": " + violation);
            violations.add(when + ": " + violation);
        });
    }

    private Path writeJob(int round, boolean drain) throws IOException {
        List<UserHistory> unfinished = new ArrayList<>(journal.unfinished());
        Collections.shuffle(unfinished, random);
        return new WorkerJob(
                        folder.resolve("kyc.conf").toString(),
                        clock.offset().toMillis(),
                        random.nextLong(),
                        THREADS,
                        journal.nextNumber(),
                        WorkerJob.resumedSessions(
                                drain
                                        ? unfinished
                                        : unfinished.stream()
                                                .limit(MAX_RESUMED_SESSIONS)
                                                .toList()),
                        drain)
                .write(folder.resolve("job-" + round));
    }
}
