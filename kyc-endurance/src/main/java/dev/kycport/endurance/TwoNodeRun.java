package dev.kycport.endurance;

import dev.kycport.app.runtime.KycRuntime;
import dev.kycport.endurance.invariant.ExactCounts;
import dev.kycport.endurance.invariant.Invariant;
import dev.kycport.endurance.invariant.InvariantVerifier;
import dev.kycport.endurance.invariant.SessionEvidence;
import dev.kycport.endurance.system.ShiftedClock;
import dev.kycport.endurance.system.SystemUnderTest;
import dev.kycport.endurance.system.TestDatabase;
import dev.kycport.endurance.user.ServiceDriver;
import dev.kycport.endurance.user.SimulatedUser;
import dev.kycport.endurance.user.StepJournal;
import dev.kycport.endurance.user.StepOutcome;
import dev.kycport.endurance.user.TestSubject;
import dev.kycport.endurance.user.UserStep;
import dev.kycport.endurance.vendor.VendorFaultProfile;
import dev.kycport.endurance.vendor.VendorStub;
import java.io.PrintStream;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Two nodes on one database, and eight threads that step the same few sessions on both. After each round the clock advances, so
 * that codes can be sent again. Arguments: {@code sqlite} or {@code postgres}, rounds (20), seed (1). The exit status is 1 if
 * an invariant is violated.
 */
public final class TwoNodeRun {

    private static final int NEW_USERS_PER_ROUND = 9;
    private static final int THREADS = 8;
    private static final int STEPS_PER_THREAD = 20;
    private static final Duration RESEND_INTERVAL = Duration.ofSeconds(46);

    // Final steps are rare, so that sessions last for several rounds.
    private static final List<UserStep> STEP_CHOICES = List.of(
            UserStep.SUBMIT_WRONG_CODE,
            UserStep.SUBMIT_WRONG_CODE,
            UserStep.RESEND_CODE,
            UserStep.RESEND_CODE,
            UserStep.RELOAD_CAPTCHA,
            UserStep.RELOAD_CAPTCHA,
            UserStep.SUBMIT_RIGHT_CAPTCHA,
            UserStep.SUBMIT_WRONG_CAPTCHA,
            UserStep.RETURN_GRANTED,
            UserStep.RETURN_FOREIGN_STATE,
            UserStep.FETCH_DOCUMENTS,
            UserStep.FIND_SESSION,
            UserStep.START_FLOW);

    private final StepJournal journal = new StepJournal();
    private final ShiftedClock clock;
    private final SystemUnderTest system;
    private final VendorStub vendor;
    private final Random random;

    TwoNodeRun(SystemUnderTest system, VendorStub vendor, ShiftedClock clock, long seed) {
        this.clock = clock;
        this.system = system;
        this.vendor = vendor;
        this.random = new Random(seed);
    }

    /** Runs. */
    public static void main(String[] args) throws Exception {
        String kind = args.length > 0 ? args[0] : "postgres";
        int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 20;
        long seed = args.length > 2 ? Long.parseLong(args[2]) : 1;
        ShiftedClock clock = new ShiftedClock(Duration.ZERO);
        Result result;
        try (TestDatabase database = TestDatabase.of(kind, Files.createTempDirectory("two-nodes-"));
                VendorStub vendor = new VendorStub(VendorFaultProfile.NONE, seed, clock)) {
            result = new TwoNodeRun(SystemUnderTest.create(vendor.url(), database.store()), vendor, clock, seed)
                    .run(rounds);
        }
        result.print(System.out, kind, rounds);
        System.exit(result.violations().isEmpty() ? 0 : 1);
    }

    Result run(int rounds) throws InterruptedException {
        try (KycRuntime first = system.start(clock);
                KycRuntime second = system.start(clock)) {
            ServiceDriver firstDriver = new ServiceDriver(first.service());
            ServiceDriver secondDriver = new ServiceDriver(second.service());
            List<SimulatedUser> users = new ArrayList<>();
            for (int round = 0; round < rounds; round++) {
                addUsers(users, firstDriver, secondDriver);
                runRound(users);
                clock.advance(RESEND_INTERVAL);
            }
            vendor.awaitIdle();
            InvariantVerifier.Findings findings =
                    new InvariantVerifier(journal, vendor.callLog()).verifyAll(first.stores(), clock.instant());
            return new Result(findings.evidence(), violations(findings), journal);
        }
    }

    // Each subject is a user on both nodes.
    private void addUsers(List<SimulatedUser> users, ServiceDriver firstDriver, ServiceDriver secondDriver) {
        for (int i = 0; i < NEW_USERS_PER_ROUND; i++) {
            SimulatedUser firstUser = new SimulatedUser(new TestSubject(journal.nextNumber()), firstDriver, journal);
            firstUser.open();
            firstUser.perform(UserStep.GIVE_CONSENT);
            firstUser.perform(UserStep.START_FLOW);
            SimulatedUser secondUser = new SimulatedUser(firstUser.subject(), secondDriver, journal);
            firstUser.session().ifPresent(session -> secondUser.resume(session.id()));
            users.add(firstUser);
            users.add(secondUser);
        }
        users.removeIf(user ->
                user.session().map(StepOutcome::of).filter(StepOutcome::isFinal).isPresent());
    }

    private void runRound(List<SimulatedUser> users) throws InterruptedException {
        AtomicInteger remaining = new AtomicInteger(THREADS * STEPS_PER_THREAD);
        List<Thread> threads = Stream.generate(random::nextLong)
                .limit(THREADS)
                .map(seed -> new Thread(() -> takeRandomSteps(users, remaining, new Random(seed)), "steps"))
                .toList();
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private static void takeRandomSteps(List<SimulatedUser> users, AtomicInteger remaining, Random random) {
        while (remaining.getAndDecrement() > 0) {
            SimulatedUser user = users.get(random.nextInt(users.size()));
            int percent = random.nextInt(100);
            UserStep step = percent < 2
                    ? UserStep.CANCEL
                    : percent < 4 ? UserStep.SUBMIT_RIGHT_CODE : STEP_CHOICES.get(random.nextInt(STEP_CHOICES.size()));
            if (!user.perform(step)) {
                user.perform(UserStep.FIND_SESSION);
            }
        }
    }

    private static List<String> violations(InvariantVerifier.Findings findings) {
        Invariant exact = new ExactCounts();
        return Stream.concat(
                        findings.violations().stream(),
                        findings.evidence().stream()
                                .flatMap(session -> exact.violations(session)
                                        .map(violation -> session.history().subject() + " " + violation)))
                .toList();
    }

    /** The result of a run. */
    record Result(List<SessionEvidence> evidence, List<String> violations, StepJournal journal) {

        private void print(PrintStream out, String kind, int rounds) {
            out.printf("two nodes on %s, %d rounds%n", kind, rounds);
            RunSummary.print(out, evidence, journal, violations);
        }
    }
}
