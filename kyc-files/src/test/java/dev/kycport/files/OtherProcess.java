package dev.kycport.files;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** A program that holds a lock until its input ends. */
final class OtherProcess {

    private OtherProcess() {}

    public static void main(String... args) throws IOException {
        int unused = new FileMutex(Path.of(args[0]), Duration.ofMinutes(1)).hold(() -> {
            System.out.write('L');
            System.out.flush();
            return System.in.read();
        });
    }

    static Process lock(Path file) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        OtherProcess.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    static void awaitLocked(Process process) throws IOException {
        if (process.getInputStream().read() != 'L') {
            throw new AssertionError("the other process did not lock the file");
        }
    }

    static void release(Process process) throws IOException, InterruptedException {
        process.getOutputStream().close();
        if (process.waitFor() != 0) {
            throw new AssertionError("the other process failed");
        }
    }
}
