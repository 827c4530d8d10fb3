package dev.kycport.adapter.jdbc.internal.retention;

import dev.kycport.adapter.jdbc.internal.database.Database;
import dev.kycport.adapter.jdbc.internal.session.AuditDao;
import dev.kycport.adapter.jdbc.internal.session.SessionDao;
import dev.kycport.ports.store.RetentionStore.ArchiveSink;
import dev.kycport.ports.store.RetentionStore.Purge;
import dev.kycport.ports.store.RetentionStore.PurgeCounts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * One purge, page by page: appends a page to the archive, then deletes it and logs the purge in a short transaction. No lock is
 * held during the archiving. Sessions that changed meanwhile, were put on hold, or were purged by another process stay. If the
 * process dies in between, the page stays too, and the next purge archives it again.
 */
final class PurgeJob {

    private final Database database;
    private final ArchiveSink archive;
    private final Runnable pause;
    private final PurgeCandidateQuery candidates;
    private final Instant now;

    /** @param pause runs between two pages, to let other writers in */
    PurgeJob(Database database, ArchiveSink archive, Runnable pause, Instant before, Instant now) {
        this.database = database;
        this.archive = archive;
        this.pause = pause;
        this.candidates = new PurgeCandidateQuery(before);
        this.now = now;
    }

    /** @throws UncheckedIOException if the archive fails */
    PurgeCounts run() {
        PurgeCounts total = RetentionCounts.ZERO;
        Optional<PurgeCandidate> last = Optional.of(PurgeCandidate.START);
        while (last.isPresent()) {
            PurgeCandidate after = last.get();
            List<PurgeCandidate> page = database.read(handle -> candidates.nextPage(handle, after));
            total = RetentionCounts.sum(total, purgePage(after, page));
            last = PurgeCandidateQuery.lastOf(page);
            last.ifPresent(more -> pause.run());
        }
        if (total.sessions() > 0 && total.sessionsOnHold() > 0) {
            PurgeCounts left = new PurgeCounts(0, 0, total.sessionsOnHold());
            database.writeStatement(handle -> recordPurge(handle, left));
        }
        return total;
    }

    private PurgeCounts purgePage(PurgeCandidate after, List<PurgeCandidate> page) {
        List<PurgeCandidate> unheld =
                page.stream().filter(session -> !session.held()).toList();
        PurgeCounts held = new PurgeCounts(0, 0, page.size() - unheld.size());
        Map<PurgeCandidate, String> lines = database.read(handle -> ArchiveLineWriter.linesFor(handle, unheld));
        if (lines.isEmpty()) {
            return held;
        }
        writeToArchive(List.copyOf(lines.values()));
        return RetentionCounts.sum(
                held, database.write(handle -> deleteArchived(handle, after, List.copyOf(lines.keySet()))));
    }

    private PurgeCounts deleteArchived(Handle handle, PurgeCandidate after, List<PurgeCandidate> archived) {
        List<PurgeCandidate> current = candidates.nextPageForUpdate(handle, after, database.dialect());
        List<PurgeCandidate> unheld =
                current.stream().filter(archived::contains).toList();
        List<String> deletedIds = delete(handle, unheld);
        PurgeCounts taken =
                recordPurge(handle, new PurgeCounts(deletedIds.size(), AuditDao.delete(handle, deletedIds), 0));
        return RetentionCounts.sum(
                taken, new PurgeCounts(0, 0, countHeld(current, archived) + unheld.size() - deletedIds.size()));
    }

    // A hold placed since the page was read is respected; one placed now waits for the end of the transaction.
    private List<String> delete(Handle handle, List<PurgeCandidate> unheld) {
        database.dialect().lockTable(handle, "kyc_hold");
        return SessionDao.deleteUnheld(
                handle, unheld.stream().map(PurgeCandidate::id).toList());
    }

    private static long countHeld(List<PurgeCandidate> now, List<PurgeCandidate> before) {
        Set<String> ids = before.stream().map(PurgeCandidate::id).collect(Collectors.toSet());
        return now.stream()
                .filter(session -> session.held() && ids.contains(session.id()))
                .count();
    }

    private void writeToArchive(List<String> lines) {
        try {
            archive.append(lines);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private PurgeCounts recordPurge(Handle handle, PurgeCounts part) {
        if (!part.equals(RetentionCounts.ZERO)) {
            PurgeLogDao.insert(handle, new Purge(now, candidates.before(), part, PurgeLogDao.NO_EXTRAS));
        }
        return part;
    }
}
