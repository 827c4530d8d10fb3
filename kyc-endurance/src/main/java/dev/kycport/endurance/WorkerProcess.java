package dev.kycport.endurance;

import dev.kycport.endurance.system.ShiftedClock;
import dev.kycport.endurance.user.StepListener;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A worker process as its parent sees it: {@link WorkerMain}, and the reader of its step log. */
final class WorkerProcess {

    private final Process process;
    private final CountDownLatch ready = new CountDownLatch(1);
    private final CountDownLatch jobDone = new CountDownLatch(1);
    private final Thread outputReader;

    private WorkerProcess(Process process, StepListener listener, ShiftedClock clock) {
        this.process = process;
        this.outputReader = new Thread(() -> readOutput(listener, clock), "worker-output");
        outputReader.setDaemon(true);
        outputReader.start();
    }

    /**
     * Starts a process with that job.
     *
     * @param log receives the standard error
     * @param clock advances when the process advances its own clock
     */
    static WorkerProcess start(Path job, Path log, StepListener listener, ShiftedClock clock) throws IOException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                WorkerMain.class.getName(),
                job.toString());
        return new WorkerProcess(
                new ProcessBuilder(command)
                        .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                        .start(),
                listener,
                clock);
    }

    boolean isReady() {
        return ready.getCount() == 0;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Waits until the installation has started; false if it has not within the timeout. */
    boolean awaitReady(Duration timeout) throws InterruptedException {
        return ready.await(timeout.toMillis(), TimeUnit.MILLISECONDS) && process.isAlive();
    }

    /** Waits until the job is done; false if it is not within the timeout. */
    boolean awaitJobDone(Duration timeout) throws InterruptedException {
        boolean finished = jobDone.await(timeout.toMillis(), TimeUnit.MILLISECONDS);
        process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS);
        return finished;
    }

    /** Kills the process with SIGKILL and reads the rest of its output. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
        outputReader.join();
    }

    // Not readLine(): a line without an end was cut off by the kill and does not count.
    private void readOutput(StepListener listener, ShiftedClock clock) {
        try (Reader reader =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            StringBuilder line = new StringBuilder();
            for (int next = reader.read(); next >= 0; next = reader.read()) {
                if (next == '\n') {
                    handleLine(line.toString(), listener, clock);
                    line.setLength(0);
                } else {
                    line.append((char) next);
                }
            }
        } catch (IOException killed) {
            // All complete lines were handled.
        }
    }

    private void handleLine(String line, StepListener listener, ShiftedClock clock) {
        switch (line) {
            case StdoutStepLog.READY -> ready.countDown();
            case StdoutStepLog.DONE -> jobDone.countDown();
            case StdoutStepLog.CLOCK_ADVANCED -> clock.advance(SessionDrainer.RESEND_INTERVAL);
            default -> StdoutStepLog.dispatch(line, listener);
        }
    }
}
