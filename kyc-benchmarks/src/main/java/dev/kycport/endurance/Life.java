package dev.kycport.endurance;

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
final class Life {

    private static final List<String> LEAN = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m");

    private final Process process;
    private final CountDownLatch ready = new CountDownLatch(1);
    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread listener;

    private Life(Process process, Witness witness) {
        this.process = process;
        this.listener = new Thread(() -> listen(witness), "life");
        listener.setDaemon(true);
        listener.start();
    }

    static Life begin(Path errand, Path log, Witness witness) throws IOException {
        ProcessBuilder command = new ProcessBuilder();
        command.command()
                .add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.command().addAll(LEAN);
        command.command().addAll(List.of("-cp", System.getProperty("java.class.path"), Node.class.getName()));
        command.command().add(errand.toString());
        return new Life(
                command.redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                        .start(),
                witness);
    }

    boolean isReady() {
        return ready.getCount() == 0;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Waits until it is ready; false if it is not by then. */
    boolean awaitReady(Duration longest) throws InterruptedException {
        return ready.await(longest.toMillis(), TimeUnit.MILLISECONDS) && process.isAlive();
    }

    /** Waits until its errand is done; false if it is not by then. */
    boolean awaitDone(Duration longest) throws InterruptedException {
        boolean came = done.await(longest.toMillis(), TimeUnit.MILLISECONDS);
        process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS);
        return came;
    }

    /** Kills it with SIGKILL and hears what it still had to say. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
        listener.join();
    }

    private void listen(Witness witness) {
        try (Reader said =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            StringBuilder line = new StringBuilder();
            for (int next = said.read(); next >= 0; next = said.read()) {
                if (next == '\n') {
                    hear(line.toString(), witness);
                    line.setLength(0);
                } else {
                    line.append((char) next);
                }
            }
        } catch (IOException dead) {
            // What came before was heard.
        }
    }

    private void hear(String line, Witness witness) {
        if (line.equals(Spoken.READY)) {
            ready.countDown();
        } else if (line.equals(Spoken.DONE)) {
            done.countDown();
        } else if (!Spoken.hear(line, witness)) {
            throw new IllegalStateException("a node that says " + line);
        }
    }
}
