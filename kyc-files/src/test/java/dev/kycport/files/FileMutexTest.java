package dev.kycport.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FileMutexTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    private final ExecutorService otherThread = Executors.newSingleThreadExecutor();

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void chooseFile() {
        file = folder.resolve("lock");
    }

    @AfterEach
    void stopThread() {
        otherThread.shutdownNow();
    }

    @Test
    void the_work_runs_with_the_file_locked_and_its_result_is_returned() throws IOException {
        String result = new FileMutex(file, LONG).hold(() -> {
            assertThat(isLockedForOtherChannels()).isTrue();
            return "result";
        });

        assertThat(result).isEqualTo("result");
        assertThat(isLockedForOtherChannels()).isFalse();
    }

    @Test
    void a_second_thread_times_out_while_the_first_holds_the_lock() throws IOException {
        new FileMutex(file, LONG).hold(() -> {
            Future<String> second = otherThread.submit(() -> new FileMutex(file, Duration.ZERO).hold(() -> "second"));
            assertThatThrownBy(second::get)
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(FileMutex.TimeoutException.class);
            return file;
        });
    }

    @Test
    void a_lock_of_another_process_is_waited_for_and_reported_when_the_time_is_over() throws Exception {
        Process other = OtherProcess.lock(file);
        try {
            OtherProcess.awaitLocked(other);
            assertThatThrownBy(() -> new FileMutex(file, Duration.ofMillis(60)).hold(() -> "mine"))
                    .isInstanceOf(FileMutex.TimeoutException.class)
                    .hasMessageContaining(file.toString());
            OtherProcess.release(other);
            assertThat(new FileMutex(file, LONG).hold(() -> "mine")).isEqualTo("mine");
        } finally {
            other.destroyForcibly();
        }
    }

    @Test
    void the_lock_is_released_when_the_work_fails() throws IOException {
        assertThatThrownBy(() -> new FileMutex(file, LONG).hold(() -> {
                    throw new IOException("broken");
                }))
                .hasMessage("broken");

        assertThat(new FileMutex(file, Duration.ZERO).hold(() -> "next")).isEqualTo("next");
    }

    @Test
    void an_interrupted_thread_does_not_wait() throws Exception {
        Future<Boolean> interrupted = otherThread.submit(() -> {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> new FileMutex(file, LONG).hold(() -> "never"))
                    .isInstanceOf(FileMutex.TimeoutException.class);
            return Thread.interrupted();
        });

        assertThat(interrupted.get()).isTrue();
    }

    private boolean isLockedForOtherChannels() throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return lock == null;
        } catch (OverlappingFileLockException heldInThisProcess) {
            return true;
        }
    }
}
