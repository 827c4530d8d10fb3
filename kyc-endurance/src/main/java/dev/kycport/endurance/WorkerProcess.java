package dev.kycport.endurance;

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

/** One life of the process, from its start to its death, as its parent sees it. */
final class WorkerProcess {

    private static final List<String> JVM_OPTIONS = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m");

    private final Process process;
    private final CountDownLatch ready = new CountDownLatch(1);
    private final CountDownLatch jobDone = new CountDownLatch(1);
    private final Thread outputReader;

    private WorkerProcess(Process process, StepListener listener) {
        this.process = process;
        this.outputReader = new Thread(() -> readOutput(listener), "life");
        outputReader.setDaemon(true);
        outputReader.start();
    }

    static WorkerProcess start(Path job, Path log, StepListener listener) throws IOException {
        ProcessBuilder command = new ProcessBuilder();
        command.command()
                .add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.command().addAll(JVM_OPTIONS);
        command.command().addAll(List.of("-cp", System.getProperty("java.class.path"), WorkerMain.class.getName()));
        command.command().add(job.toString());
        return new WorkerProcess(
                command.redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                        .start(),
                listener);
    }

    boolean isReady() {
        return ready.getCount() == 0;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Waits until it is ready; false if it is not by then. */
    boolean awaitReady(Duration timeout) throws InterruptedException {
        return ready.await(timeout.toMillis(), TimeUnit.MILLISECONDS) && process.isAlive();
    }

    /** Waits until its errand is done; false if it is not by then. */
    boolean awaitJobDone(Duration timeout) throws InterruptedException {
        boolean finished = jobDone.await(timeout.toMillis(), TimeUnit.MILLISECONDS);
        process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS);
        return finished;
    }

    /** Kills it with SIGKILL and hears what it still had to say. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
        outputReader.join();
    }

    private void readOutput(StepListener listener) {
        try (Reader reader =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            StringBuilder line = new StringBuilder();
            for (int next = reader.read(); next >= 0; next = reader.read()) {
                if (next == '\n') {
                    handleLine(line.toString(), listener);
                    line.setLength(0);
                } else {
                    line.append((char) next);
                }
            }
        } catch (IOException dead) {
            // What came before was heard.
        }
    }

    private void handleLine(String line, StepListener listener) {
        if (line.equals(StdoutStepLog.READY)) {
            ready.countDown();
        } else if (line.equals(StdoutStepLog.DONE)) {
            jobDone.countDown();
        } else if (!StdoutStepLog.dispatch(line, listener)) {
            throw new IllegalStateException("a node that says " + line);
        }
    }
}
