package dev.kycport.endurance;

import dev.kycport.app.runtime.KycRuntime;
import dev.kycport.endurance.fault.DatabaseFault;
import dev.kycport.endurance.invariant.InvariantVerifier;
import dev.kycport.endurance.system.ShiftedClock;
import dev.kycport.endurance.system.SystemUnderTest;
import dev.kycport.endurance.system.TestDatabase;
import dev.kycport.endurance.user.LatencyRecorder;
import dev.kycport.endurance.user.ServiceDriver;
import dev.kycport.endurance.user.SimulatedUser;
import dev.kycport.endurance.user.StepJournal;
import dev.kycport.endurance.user.TestSubject;
import dev.kycport.endurance.user.UserHistory;
import dev.kycport.endurance.user.UserTraffic;
import dev.kycport.endurance.vendor.VendorFaultProfile;
import dev.kycport.endurance.vendor.VendorStub;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/**
 * Takes PostgreSQL away from a running installation and gives it back. While it is away every step must say so in good time;
 * once it is back everything goes on, without a restart and without a loss. Arguments: {@code cut} (connections are refused),
 * {@code silent} (nothing answers) or {@code crash} (PostgreSQL is killed), for how many seconds (10). Exit status 1 if anything
 * was found.
 */
public final class DatabaseOutageRun {

    private static final int THREADS = 8;
    private static final Duration TIMEOUT = Duration.ofSeconds(2);
    private static final Duration WARM_UP = Duration.ofSeconds(4);
    private static final Duration RECOVERY = Duration.ofSeconds(8);

    // One wait for a connection and one for an answer, and a busy machine.
    private static final Duration STEP_LIMIT = TIMEOUT.multipliedBy(2).plusSeconds(1);

    private final StepJournal stepJournal = new StepJournal();
    private final LatencyRecorder latencyRecorder = new LatencyRecorder(stepJournal);
    private final ShiftedClock clock;
    private final List<String> violations = new ArrayList<>();
    private final DatabaseFault databaseFault;
    private final VendorStub vendor;
    private final SystemUnderTest systemUnderTest;

    DatabaseOutageRun(DatabaseFault databaseFault, VendorStub vendor, ShiftedClock clock, Path folder) {
        this.clock = clock;
        this.databaseFault = databaseFault;
        this.vendor = vendor;
        this.systemUnderTest = SystemUnderTest.create(
                vendor.url(),
                TestDatabase.storeConfigWithKeys(TestDatabase.jdbcUrl(databaseFault.port()), folder) + ", timeout = "
                        + TIMEOUT.toSeconds() + "s");
    }

    /** Runs. */
    public static void main(String[] args) throws Exception {
        String kind = args.length > 0 ? args[0] : "cut";
        Duration duration = Duration.ofSeconds(args.length > 1 ? Integer.parseInt(args[1]) : 10);
        Path folder = Files.createTempDirectory("outage-");
        ShiftedClock clock = new ShiftedClock(Duration.ZERO);
        List<String> violationsFound;
        try (DatabaseFault databaseFault = DatabaseFault.of(kind, folder);
                VendorStub vendor = new VendorStub(VendorFaultProfile.NONE, 1, clock)) {
            System.out.printf("PostgreSQL is away for %d s: %s%n", duration.toSeconds(), kind);
            violationsFound = new DatabaseOutageRun(databaseFault, vendor, clock, folder).run(duration, System.out);
        }
        System.exit(violationsFound.isEmpty() ? 0 : 1);
    }

    List<String> run(Duration duration, PrintStream out) throws Exception {
        try (KycRuntime runtime = systemUnderTest.start(clock)) {
            ServiceDriver driver = new ServiceDriver(runtime.service());
            AtomicInteger next = new AtomicInteger();
            UserTraffic userTraffic = new UserTraffic(() -> Optional.of(
                            new SimulatedUser(new TestSubject(next.getAndIncrement()), driver, latencyRecorder)))
                    .start(THREADS, 1);
            Thread.sleep(WARM_UP.toMillis());
            databaseFault.begin();
            Instant outageStart = Instant.now();
            Thread.sleep(duration.toMillis());
            Instant outageEnd = Instant.now();
            databaseFault.end();
            Thread.sleep(RECOVERY.toMillis());
            userTraffic.stop();
            require(userTraffic.join(STEP_LIMIT.toMillis()), "a thread is stuck");
            checkStepsDuringOutage(outageStart, outageEnd, out);
            checkRecovery(outageEnd, out);
            drainAndVerify(runtime, driver, out);
        }
        return violations;
    }

    private void checkStepsDuringOutage(Instant outageStart, Instant outageEnd, PrintStream out) {
        List<LatencyRecorder.TimedStep> timedSteps = latencyRecorder.steps().stream()
                .filter(step -> step.startedAt().isAfter(outageStart)
                        && step.startedAt().isBefore(outageEnd))
                .toList();
        Map<String, Long> answers = timedSteps.stream()
                .filter(step -> step.endedAt().isBefore(outageEnd))
                .collect(Collectors.groupingBy(LatencyRecorder.TimedStep::result, TreeMap::new, Collectors.counting()));
        Duration slowest = timedSteps.stream()
                .map(LatencyRecorder.TimedStep::took)
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
        out.printf("while the database was away: %s, the longest step took %d ms%n", answers, slowest.toMillis());
        require(!answers.isEmpty(), "no step was answered while the database was away");
        require(
                answers.keySet().stream().allMatch(answer -> answer.startsWith(SimulatedUser.STORE_UNAVAILABLE)),
                "a step did not say that the store is out of order");
        require(slowest.compareTo(STEP_LIMIT) < 0, "a step took " + slowest);
    }

    private void checkRecovery(Instant outageEnd, PrintStream out) {
        Optional<Duration> firstSuccess = latencyRecorder.steps().stream()
                .filter(step -> step.startedAt().isAfter(outageEnd)
                        && step.result().equals(LatencyRecorder.TimedStep.SUCCEEDED))
                .map(step -> Duration.between(outageEnd, step.endedAt()))
                .min(Comparator.naturalOrder());
        Optional<Duration> lastFailure = latencyRecorder.steps().stream()
                .filter(step ->
                        step.endedAt().isAfter(outageEnd) && step.result().startsWith(SimulatedUser.STORE_UNAVAILABLE))
                .map(step -> Duration.between(outageEnd, step.endedAt()))
                .max(Comparator.naturalOrder());
        out.printf(
                "once it was back: the first step went through after %s ms, the last failed after %s ms%n",
                firstSuccess.map(Duration::toMillis).map(Object::toString).orElse("no"),
                lastFailure.map(Duration::toMillis).map(Object::toString).orElse("no"));
        require(firstSuccess.isPresent(), "nothing went through any more");
    }

    private void drainAndVerify(KycRuntime runtime, ServiceDriver driver, PrintStream out) throws InterruptedException {
        clock.advance(Duration.ofSeconds(46));
        List<SimulatedUser> users = stepJournal.unfinished().stream()
                .map(history -> resumedUser(history, driver))
                .toList();
        SessionDrainer.drain(users, clock);
        vendor.awaitIdle();
        stepJournal
                .unfinished()
                .forEach(history -> violations.add(history.subject() + " is stuck at " + history.latestOutcome()));
        InvariantVerifier.Findings violationsFound = new InvariantVerifier(
                        stepJournal, vendor.sightings(), SystemUnderTest.CALL_TIMEOUT, SystemUnderTest.POLICIES)
                .verifyAll(runtime.stores(), clock.instant());
        violations.addAll(violationsFound.violations());
        RunSummary.print(out, violationsFound.evidence(), stepJournal, violations);
    }

    private SimulatedUser resumedUser(UserHistory history, ServiceDriver driver) {
        SimulatedUser user = new SimulatedUser(history.subject(), driver, stepJournal);
        history.session().ifPresent(user::resume);
        return user;
    }

    private void require(boolean condition, String violation) {
        if (!condition) {
            violations.add(violation);
        }
    }
}
