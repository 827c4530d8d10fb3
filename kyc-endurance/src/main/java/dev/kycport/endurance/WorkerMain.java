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
import java.time.Duration;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * The process that is killed: an installation with simulated users, which reports requests and answers on the standard
 * output. Its argument is the file of its {@link WorkerJob}.
 */
public final class WorkerMain {

    private WorkerMain() {}

    /** Runs until it is killed, or until all sessions are finished if the job says so. */
    public static void main(String[] args) throws Exception {
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        // Output of libraries must not mix with the step log.
        System.setOut(System.err);
        exitWithParent();
        WorkerJob job = WorkerJob.read(Path.of(args[0]));
        ShiftedClock clock = new ShiftedClock(Duration.ofMillis(job.clockOffsetMillis()));
        StdoutStepLog log = new StdoutStepLog(out);
        SystemUnderTest system = SystemUnderTest.fromConfig(Files.readString(Path.of(job.configuration())));
        try (KycRuntime runtime = system.start(clock)) {
            log.print(StdoutStepLog.READY);
            ReconciliationLoop.start(runtime.service());
            run(job, new ServiceDriver(runtime.service()), clock, log);
            log.print(StdoutStepLog.DONE);
        }
        System.exit(0);
    }

    private static void run(WorkerJob job, ServiceDriver driver, ShiftedClock clock, StdoutStepLog log)
            throws InterruptedException {
        if (job.drain()) {
            SessionDrainer.drain(
                    job.resumedSessions().stream()
                            .map(resumed -> resumed.user(driver, log))
                            .toList(),
                    () -> advance(clock, log));
        } else {
            new UserTraffic(users(job, driver, log))
                    .start(job.threads(), job.seed())
                    .join();
        }
    }

    // The parent must follow first: its clock dates the calls that the vendor receives.
    private static void advance(ShiftedClock clock, StdoutStepLog log) {
        log.print(StdoutStepLog.CLOCK_ADVANCED);
        clock.advance(SessionDrainer.RESEND_INTERVAL);
    }

    // First the users of resumed sessions, then new ones without end.
    private static Supplier<Optional<SimulatedUser>> users(WorkerJob job, ServiceDriver driver, StepListener listener) {
        Queue<WorkerJob.ResumedSession> remaining = new ConcurrentLinkedQueue<>(job.resumedSessions());
        AtomicInteger next = new AtomicInteger(job.firstNumber());
        return () -> Optional.ofNullable(remaining.poll())
                .map(resumed -> resumed.user(driver, listener))
                .or(() -> Optional.of(new SimulatedUser(new TestSubject(next.getAndIncrement()), driver, listener)));
    }

    private static void exitWithParent() {
        Thread watcher = new Thread(
                () -> {
                    try {
                        while (System.in.read() >= 0) {
                            // The parent writes nothing; the stream ends with it.
                        }
                    } catch (IOException closed) {
                        // The same.
                    }
                    Runtime.getRuntime().halt(1);
                },
                "parent-watch");
        watcher.setDaemon(true);
        watcher.start();
    }
}
