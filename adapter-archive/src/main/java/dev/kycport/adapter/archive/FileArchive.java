package dev.kycport.adapter.archive;

import dev.kycport.domain.consent.SubjectRef;
import dev.kycport.files.FileMutex;
import dev.kycport.files.OwnerOnlyFiles;
import dev.kycport.ports.store.SessionArchive;
import dev.kycport.ports.store.StoreUnavailableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** An archive in a folder: one file for each month in which something was purged, readable by its owner alone. */
final class FileArchive implements SessionArchive {

    private static final Count NOTHING = new Count(0, 0);
    private static final Count DELETED = new Count(1, 0);
    private static final Count HELD = new Count(0, 1);

    // What is done there takes moments, even where a disk is slow.
    private static final Duration LOCK_TIMEOUT = Duration.ofSeconds(30);

    private final Path folder;
    private final InstantSource time;
    private final Duration lockTimeout;

    FileArchive(Path folder, InstantSource time) {
        this(folder, time, LOCK_TIMEOUT);
    }

    FileArchive(Path folder, InstantSource time, Duration lockTimeout) {
        this.folder = folder;
        this.time = time;
        this.lockTimeout = lockTimeout;
    }

    @Override
    public void append(List<String> sessions) throws IOException {
        runLocked(() -> {
            MonthlyArchiveFile file =
                    new MonthlyArchiveFile(folder, YearMonth.from(time.instant().atZone(ZoneOffset.UTC)));
            file.append(sessions);
            return file;
        });
    }

    @Override
    public Count countExpired(Instant before, Set<SubjectRef> held) throws IOException {
        return Files.notExists(folder)
                ? NOTHING
                : namingFolder(() -> forEachExpired(before, file -> file.containsAny(held) ? HELD : DELETED));
    }

    @Override
    public Count deleteExpired(Instant before, Supplier<Set<SubjectRef>> held) throws IOException {
        return Files.notExists(folder)
                ? NOTHING
                : runLocked(() -> forEachExpired(before, file -> deleteUnlessHeld(file, held.get())));
    }

    private static Count deleteUnlessHeld(MonthlyArchiveFile file, Set<SubjectRef> held) throws IOException {
        if (file.containsAny(held)) {
            return HELD;
        }
        file.delete();
        return DELETED;
    }

    private Count forEachExpired(Instant before, FileAction fileAction) throws IOException {
        Count sum = NOTHING;
        for (MonthlyArchiveFile file : expiredFiles(before)) {
            sum = sum.plus(fileAction.apply(file));
        }
        return sum;
    }

    private List<MonthlyArchiveFile> expiredFiles(Instant before) throws IOException {
        return MonthlyArchiveFile.list(folder).stream()
                .filter(file -> !file.end().isAfter(before))
                .toList();
    }

    private <T> T runLocked(FileMutex.Work<T> work) throws IOException {
        try {
            return namingFolder(() -> {
                OwnerOnlyFiles.createFolder(folder);
                return new FileMutex(folder.resolve(".lock"), lockTimeout).hold(work);
            });
        } catch (FileMutex.TimeoutException heldByAnother) {
            throw new StoreUnavailableException("the archive " + folder + " has been in use by another purge for "
                    + lockTimeout.toSeconds() + " s; look for a process that hangs");
        }
    }

    // The exceptions of streams name no file, and those of files no folder that an operator would recognise.
    private <T> T namingFolder(FileMutex.Work<T> work) throws IOException {
        try {
            return work.run();
        } catch (FileMutex.TimeoutException heldByAnother) {
            throw heldByAnother;
        } catch (IOException broken) {
            throw new StoreUnavailableException(
                    "the archive " + folder.toAbsolutePath() + " cannot be read or written ("
                            + broken.getClass().getSimpleName() + ")",
                    broken);
        }
    }

    /** What becomes of a file. */
    private interface FileAction {
        Count apply(MonthlyArchiveFile file) throws IOException;
    }
}
