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
 * Takes PostgreSQL away from a running installation for some seconds. During the outage each step must fail within the store's
 * timeout; after it steps must succeed again, without a restart and without a loss. Arguments: {@code cut} (connections are
 * refused), {@code silent} (nothing answers) or {@code crash} (PostgreSQL is killed), seconds (10). The exit status is 1 if
 * anything is violated.
 */
public final class DatabaseOutageRun {

    private static final int THREADS = 8;
    private static final Duration TIMEOUT = Duration.ofSeconds(2);
    private static final Duration WARM_UP = Duration.ofSeconds(4);
    private static final Duration RECOVERY = Duration.ofSeconds(8);

    // One wait for a connection, one for an answer, and a margin for a busy machine.
    private static final Duration STEP_LIMIT = TIMEOUT.multipliedBy(2).plusSeconds(1);

    private final StepJournal journal = new StepJournal();
    private final LatencyRecorder latencies = new LatencyRecorder(journal);
    private final ShiftedClock clock;
    private final List<String> violations = new ArrayList<>();
    private final DatabaseFault fault;
    private final VendorStub vendor;
    private final SystemUnderTest system;

    DatabaseOutageRun(DatabaseFault fault, VendorStub vendor, ShiftedClock clock, Path folder) {
        this.clock = clock;
        this.fault = fault;
        this.vendor = vendor;
        this.system = SystemUnderTest.create(
                vendor.url(),
                TestDatabase.storeConfigWithKeys(TestDatabase.jdbcUrl(fault.port()), folder) + ", timeout = "
                        + TIMEOUT.toSeconds() + "s");
    }

    /** Runs. */
    public static void main(String[] args) throws Exception {
        String kind = args.length > 0 ? args[0] : "cut";
        Duration duration = Duration.ofSeconds(args.length > 1 ? Integer.parseInt(args[1]) : 10);
        Path folder = Files.createTempDirectory("outage-");
        ShiftedClock clock = new ShiftedClock(Duration.ZERO);
        List<String> findings;
        try (DatabaseFault fault = DatabaseFault.of(kind, folder);
                VendorStub vendor = new VendorStub(VendorFaultProfile.NONE, 1, clock)) {
            System.out.printf("outage of PostgreSQL (%s) for %d s%n", kind, duration.toSeconds());
            findings = new DatabaseOutageRun(fault, vendor, clock, folder).run(duration, System.out);
        }
        System.exit(findings.isEmpty() ? 0 : 1);
    }

    List<String> run(Duration duration, PrintStream out) throws Exception {
        try (KycRuntime runtime = system.start(clock)) {
            ServiceDriver driver = new ServiceDriver(runtime.service());
            AtomicInteger next = new AtomicInteger();
            UserTraffic traffic = new UserTraffic(() ->
                            Optional.of(new SimulatedUser(new TestSubject(next.getAndIncrement()), driver, latencies)))
                    .start(THREADS, 1);
            Thread.sleep(WARM_UP.toMillis());
            fault.begin();
            Instant outageStart = Instant.now();
            Thread.sleep(duration.toMillis());
            Instant outageEnd = Instant.now();
            fault.end();
            Thread.sleep(RECOVERY.toMillis());
            traffic.stop();
            require(traffic.join(STEP_LIMIT), "a thread is stuck");
            checkStepsDuringOutage(outageStart, outageEnd, out);
            checkRecovery(outageEnd, out);
            drainAndVerify(runtime, driver, out);
        }
        return violations;
    }

    private void checkStepsDuringOutage(Instant outageStart, Instant outageEnd, PrintStream out) {
        List<LatencyRecorder.TimedStep> timedSteps = latencies.steps().stream()
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
        out.printf("during the outage: %s, the longest step took %d ms%n", answers, slowest.toMillis());
        require(!answers.isEmpty(), "no step was answered during the outage");
        require(
                answers.keySet().stream().allMatch(answer -> answer.startsWith(SimulatedUser.STORE_UNAVAILABLE)),
                "a step failed for another reason");
        require(slowest.compareTo(STEP_LIMIT) < 0, "a step took " + slowest);
    }

    private void checkRecovery(Instant outageEnd, PrintStream out) {
        Optional<Duration> firstSuccess = latencies.steps().stream()
                .filter(step -> step.startedAt().isAfter(outageEnd)
                        && step.result().equals(LatencyRecorder.TimedStep.SUCCEEDED))
                .map(step -> Duration.between(outageEnd, step.endedAt()))
                .min(Comparator.naturalOrder());
        Optional<Duration> lastFailure = latencies.steps().stream()
                .filter(step ->
                        step.endedAt().isAfter(outageEnd) && step.result().startsWith(SimulatedUser.STORE_UNAVAILABLE))
                .map(step -> Duration.between(outageEnd, step.endedAt()))
                .max(Comparator.naturalOrder());
        out.printf(
                "after the outage: the first step succeeded after %s ms, the last failed after %s ms%n",
                firstSuccess.map(Duration::toMillis).map(Object::toString).orElse("no"),
                lastFailure.map(Duration::toMillis).map(Object::toString).orElse("no"));
        require(firstSuccess.isPresent(), "no step succeeded after the outage");
    }

    private void drainAndVerify(KycRuntime runtime, ServiceDriver driver, PrintStream out) throws InterruptedException {
        clock.advance(Duration.ofSeconds(46));
        List<SimulatedUser> users = journal.unfinished().stream()
                .map(history -> resumedUser(history, driver))
                .toList();
        SessionDrainer.drain(users, () -> clock.advance(SessionDrainer.RESEND_INTERVAL));
        vendor.awaitIdle();
        journal.unfinished()
                .forEach(history -> violations.add(history.subject() + " is stuck at " + history.latestOutcome()));
        InvariantVerifier.Findings findings =
                new InvariantVerifier(journal, vendor.callLog()).verifyAll(runtime.stores(), clock.instant());
        violations.addAll(findings.violations());
        RunSummary.print(out, findings.evidence(), journal, violations);
    }

    private SimulatedUser resumedUser(UserHistory history, ServiceDriver driver) {
        SimulatedUser user = new SimulatedUser(history.subject(), driver, journal);
        history.session().ifPresent(user::resume);
        return user;
    }

    private void require(boolean condition, String violation) {
        if (!condition) {
            violations.add(violation);
        }
    }
}
