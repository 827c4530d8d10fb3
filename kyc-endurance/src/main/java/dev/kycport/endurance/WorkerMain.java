package dev.kycport.endurance;

import dev.kycport.app.runtime.KycRuntime;
import dev.kycport.endurance.system.ShiftedClock;
import dev.kycport.endurance.system.SystemUnderTest;
import dev.kycport.endurance.user.ServiceDriver;
import dev.kycport.endurance.user.SimulatedUser;
import dev.kycport.endurance.user.StepListener;
import dev.kycport.endurance.user.TestSubject;
import dev.kycport.endurance.user.UserTraffic;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * The process that is killed: an installation with people in it, who tell on the standard output what they ask and what they
 * are told. Its argument is the file of its {@link WorkerJob}.
 */
public final class WorkerMain {

    private WorkerMain() {}

    /** Lives until it is killed, or until everyone is led to an end if that is its errand. */
    public static void main(String[] args) throws Exception {
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        // Libraries that talk must not talk in between.
        System.setOut(System.err);
        exitWithParent();
        WorkerJob job = WorkerJob.read(Path.of(args[0]));
        ShiftedClock clock = new ShiftedClock(job.clockOffset());
        StdoutStepLog stepLog = new StdoutStepLog(out);
        SystemUnderTest systemUnderTest = SystemUnderTest.fromConfig(Files.readString(job.configuration()));
        try (KycRuntime runtime = systemUnderTest.start(clock)) {
            stepLog.printLine(StdoutStepLog.READY);
            ReconciliationLoop.start(runtime.service());
            ServiceDriver driver = new ServiceDriver(runtime.service());
            if (job.drain()) {
                SessionDrainer.drain(resumedUsers(job, driver, stepLog), clock);
            } else {
                new UserTraffic(userSupplier(job, driver, stepLog))
                        .start(job.threads(), job.seed())
                        .join(Long.MAX_VALUE);
            }
            stepLog.printLine(StdoutStepLog.DONE);
        }
        System.exit(0);
    }

    private static List<SimulatedUser> resumedUsers(WorkerJob job, ServiceDriver driver, StepListener listener) {
        return job.resumedSessions().stream()
                .map(resumed -> resumedUser(resumed, driver, listener))
                .toList();
    }

    // Those who were left behind come first, then new ones without end.
    private static Supplier<Optional<SimulatedUser>> userSupplier(
            WorkerJob job, ServiceDriver driver, StepListener listener) {
        Queue<WorkerJob.ResumedSession> remaining = new ConcurrentLinkedQueue<>(job.resumedSessions());
        AtomicInteger next = new AtomicInteger(job.firstNumber());
        return () -> Optional.ofNullable(remaining.poll())
                .map(resumed -> resumedUser(resumed, driver, listener))
                .or(() -> Optional.of(new SimulatedUser(new TestSubject(next.getAndIncrement()), driver, listener)));
    }

    private static SimulatedUser resumedUser(
            WorkerJob.ResumedSession resumed, ServiceDriver driver, StepListener listener) {
        SimulatedUser user = new SimulatedUser(resumed.subject(), driver, listener);
        user.resume(resumed.session());
        return user;
    }

    private static void exitWithParent() {
        Thread watcher = new Thread(
                () -> {
                    try {
                        while (System.in.read() >= 0) {
                            // Nobody says anything; the end of it says that the parent is gone.
                        }
                    } catch (IOException closed) {
                        // Likewise.
                    }
                    Runtime.getRuntime().halt(1);
                },
                "parent-watch");
        watcher.setDaemon(true);
        watcher.start();
    }
}
