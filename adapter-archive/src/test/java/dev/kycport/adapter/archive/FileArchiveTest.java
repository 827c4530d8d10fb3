package dev.kycport.adapter.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kycport.domain.consent.SubjectRef;
import dev.kycport.files.FileMutex;
import dev.kycport.ports.store.SessionArchive;
import dev.kycport.ports.store.StoreUnavailableException;
import dev.kycport.tck.sample.MovableClock;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FileArchiveTest {

    private static final Instant NOVEMBER = Instant.parse("2026-11-30T23:59:59Z");
    private static final Instant DECEMBER = Instant.parse("2026-12-01T00:00:00Z");
    private static final Set<SubjectRef> NOBODY = Set.of();

    private final MovableClock clock = MovableClock.at(NOVEMBER);

    @TempDir
    private Path temporary;

    private Path folder;
    private FileArchive archive;

    @BeforeEach
    void open() {
        folder = temporary.resolve("data").resolve("archive");
        archive = new FileArchive(folder, clock);
    }

    @Test
    void an_archive_file_is_plain_gzip() throws IOException {
        archive.append(List.of(line("a"), line("b")));
        archive.append(List.of(line("c")));

        assertThat(lines("2026-11")).containsExactly(line("a"), line("b"), line("c"));
    }

    @Test
    void each_month_has_its_file() throws IOException {
        archive.append(List.of(line("a")));
        clock.set(DECEMBER);
        archive.append(List.of(line("b")));

        assertThat(lines("2026-11")).containsExactly(line("a"));
        assertThat(lines("2026-12")).containsExactly(line("b"));
    }

    @Test
    void only_the_owner_can_read_the_files() throws IOException {
        archive.append(List.of(line("a")));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file("2026-11"))))
                .isEqualTo("rw-------");
    }

    @Test
    void an_interrupted_append_is_truncated_by_the_next() throws IOException {
        archive.append(List.of(line("a")));
        long length = Files.size(file("2026-11"));
        interruptAppend(length + "\n");

        archive.append(List.of(line("b")));

        assertThat(lines("2026-11")).containsExactly(line("a"), line("b"));
    }

    @Test
    void an_interrupted_append_does_not_block_reading() throws IOException {
        archive.append(List.of(line("a")));
        interruptAppend(Files.size(file("2026-11")) + "\n");
        clock.set(DECEMBER);

        SessionArchive.Count count = archive.countExpired(DECEMBER, Set.of(new SubjectRef("a")));

        assertThat(count).isEqualTo(new SessionArchive.Count(0, 1));
        assertThat(folder.resolve("2026-11.open")).as("looking changes nothing").exists();
    }

    @Test
    void an_archive_that_cannot_be_read_is_named_by_its_folder() throws IOException {
        archive.append(List.of(line("a")));
        Files.writeString(file("2026-11"), "not gzip");

        assertThatThrownBy(() -> archive.countExpired(DECEMBER, Set.of(new SubjectRef("a"))))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessage("the archive " + folder + " cannot be read or written (ZipException)");
    }

    @Test
    void counting_does_not_wait_and_writing_times_out() throws Exception {
        archive.append(List.of(line("a")));
        FileArchive hasty = new FileArchive(folder, clock, Duration.ZERO);
        ExecutorService elsewhere = Executors.newSingleThreadExecutor();
        FileMutex lock = new FileMutex(folder.resolve(".lock"), Duration.ofSeconds(10));

        lock.hold(() -> {
            assertThat(hasty.countExpired(DECEMBER, NOBODY)).isEqualTo(new SessionArchive.Count(1, 0));
            assertThatThrownBy(() -> elsewhere.submit(() -> keep(hasty)).get())
                    .hasRootCauseInstanceOf(StoreUnavailableException.class)
                    .rootCause()
                    .hasMessageStartingWith("the archive " + folder + " has been in use by another purge for 0 s");
            return folder;
        });
        elsewhere.shutdown();

        assertThat(lines("2026-11")).containsExactly(line("a"));
    }

    @Test
    void an_append_that_had_not_begun_truncates_nothing() throws IOException {
        archive.append(List.of(line("a")));
        Files.writeString(folder.resolve("2026-11.open"), "1");

        archive.append(List.of(line("b")));

        assertThat(lines("2026-11")).containsExactly(line("a"), line("b"));
    }

    @Test
    void a_month_is_deleted_once_all_of_it_is_old_enough() throws IOException {
        archive.append(List.of(line("a")));

        assertThat(archive.deleteExpired(DECEMBER.minusNanos(1), () -> NOBODY))
                .isEqualTo(new SessionArchive.Count(0, 0));
        assertThat(archive.countExpired(DECEMBER, NOBODY)).isEqualTo(new SessionArchive.Count(1, 0));
        assertThat(file("2026-11")).exists();
        assertThat(archive.deleteExpired(DECEMBER, () -> NOBODY)).isEqualTo(new SessionArchive.Count(1, 0));

        assertThat(file("2026-11")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"session\":{\"subject\":\"customer-7\"}}",
                "{ \"subject\" : \"customer-7\" }",
                "{\"subject\":\"customer\\u002d7\"}",
                "{\"subject\":\"custome\\u0072-7\"}"
            })
    void a_month_stays_while_a_subject_in_it_is_on_hold(String line) throws IOException {
        archive.append(List.of(line("somebody"), line));

        assertThat(archive.deleteExpired(
                        DECEMBER, () -> Set.of(new SubjectRef("customer-7"), new SubjectRef("stranger"))))
                .isEqualTo(new SessionArchive.Count(0, 1));

        assertThat(file("2026-11")).exists();
    }

    @Test
    void a_hold_on_a_similar_reference_keeps_nothing() throws IOException {
        archive.append(List.of(line("customer-77")));

        assertThat(archive.deleteExpired(DECEMBER, () -> Set.of(new SubjectRef("customer-7"))))
                .isEqualTo(new SessionArchive.Count(1, 0));
    }

    @Test
    void a_reference_that_json_has_to_escape_is_found_as_well() throws IOException {
        archive.append(List.of("{\"subject\":\"a\\\"b\\\\c\"}"));

        assertThat(archive.countExpired(DECEMBER, Set.of(new SubjectRef("a\"b\\c"))))
                .isEqualTo(new SessionArchive.Count(0, 1));
    }

    @Test
    void an_empty_archive_has_nothing_to_delete() throws IOException {
        assertThat(archive.countExpired(DECEMBER, NOBODY)).isEqualTo(new SessionArchive.Count(0, 0));
        assertThat(archive.deleteExpired(DECEMBER, () -> NOBODY)).isEqualTo(new SessionArchive.Count(0, 0));

        assertThat(folder).doesNotExist();
    }

    @Test
    void files_of_another_kind_are_left_alone() throws IOException {
        archive.append(List.of(line("a")));
        Files.writeString(folder.resolve("notes.txt"), "mine");

        archive.deleteExpired(DECEMBER.plus(Duration.ofDays(4000)), () -> NOBODY);

        assertThat(folder.resolve("notes.txt")).exists();
    }

    @Test
    void concurrent_appends_lose_nothing() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Future<?>> running = new ArrayList<>();
        for (int thread = 0; thread < 4; thread++) {
            FileArchive own = new FileArchive(folder, clock);
            String name = "t" + thread;
            running.add(threads.submit(() -> {
                for (int i = 0; i < 10; i++) {
                    own.append(List.of(line(name + "-" + i)));
                }
                return name;
            }));
        }
        for (Future<?> one : running) {
            one.get();
        }
        threads.shutdown();

        assertThat(lines("2026-11")).hasSize(40).doesNotHaveDuplicates();
    }

    private static FileArchive keep(FileArchive archive) throws IOException {
        archive.append(List.of(line("b")));
        return archive;
    }

    // What a process leaves that dies while it appends.
    private void interruptAppend(String note) throws IOException {
        Files.writeString(folder.resolve("2026-11.open"), note);
        Files.write(file("2026-11"), new byte[] {0x1f, (byte) 0x8b, 8, 0, 0}, StandardOpenOption.APPEND);
    }

    private Path file(String month) {
        return folder.resolve(month + ".jsonl.gz");
    }

    private List<String> lines(String month) throws IOException {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file(month))), StandardCharsets.UTF_8))) {
            Stream<String> lines = reader.lines();
            return lines.toList();
        }
    }

    private static String line(String subject) {
        return "{\"subject\":\"" + subject + "\"}";
    }
}
