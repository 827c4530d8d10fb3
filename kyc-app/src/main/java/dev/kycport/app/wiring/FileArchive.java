package dev.kycport.app.wiring;

import dev.kycport.app.Archive;
import dev.kycport.domain.consent.SubjectRef;
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
final class FileArchive implements Archive {

    private static final Count NOTHING = new Count(0, 0);
    private static final Count GONE = new Count(1, 0);
    private static final Count KEPT = new Count(0, 1);

    // What is done there takes moments, even where a disk is slow.
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Path folder;
    private final InstantSource time;
    private final FolderLock lock;

    FileArchive(Path folder, InstantSource time) {
        this(folder, time, PATIENCE);
    }

    FileArchive(Path folder, InstantSource time, Duration patience) {
        this.folder = folder;
        this.time = time;
        this.lock = new FolderLock(folder, patience);
    }

    @Override
    public void keep(List<String> sessions) throws IOException {
        OwnerOnly.folder(folder);
        lock.during(() -> {
            MonthFile file = new MonthFile(folder, YearMonth.from(time.instant().atZone(ZoneOffset.UTC)));
            file.append(sessions);
            return file;
        });
    }

    @Override
    public Count due(Instant before, Set<SubjectRef> held) throws IOException {
        return Files.notExists(folder) ? NOTHING : inOld(before, file -> file.holdsAny(held) ? KEPT : GONE);
    }

    @Override
    public Count drop(Instant before, Supplier<Set<SubjectRef>> held) throws IOException {
        return Files.notExists(folder) ? NOTHING : lock.during(() -> inOld(before, file -> dropped(file, held.get())));
    }

    private static Count dropped(MonthFile file, Set<SubjectRef> held) throws IOException {
        if (file.holdsAny(held)) {
            return KEPT;
        }
        file.delete();
        return GONE;
    }

    private Count inOld(Instant before, Visit visit) throws IOException {
        Count sum = NOTHING;
        for (MonthFile file : old(before)) {
            sum = sum.plus(visit.of(file));
        }
        return sum;
    }

    private List<MonthFile> old(Instant before) throws IOException {
        return MonthFile.in(folder).stream()
                .filter(file -> !file.end().isAfter(before))
                .toList();
    }

    /** What becomes of a file. */
    private interface Visit {
        Count of(MonthFile file) throws IOException;
    }
}
