package dev.kycport.adapter.jdbc;

import dev.kycport.ports.RetentionStore.Archive;
import dev.kycport.ports.RetentionStore.Count;
import dev.kycport.ports.RetentionStore.Purge;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * One purge, a page in each transaction: hands the page to the archive, deletes it, and says so. A process that dies between
 * archive and commit leaves the page where it was, and the next purge archives it again. The rows are locked meanwhile, and
 * those that another purge has locked are passed over, so no session is taken twice.
 */
final class Purging {

    private final String name = UUID.randomUUID().toString();
    private final Database database;
    private final Archive archive;
    private final OldSessions old;
    private final Instant now;

    Purging(Database database, Archive archive, Instant before, Instant now) {
        this.database = database;
        this.archive = archive;
        this.old = new OldSessions(before);
        this.now = now;
    }

    /** @throws UncheckedIOException if the archive fails */
    Count run() {
        Count total = Counts.NOTHING;
        Optional<OldSession> last = Optional.of(OldSession.NONE);
        while (last.isPresent()) {
            OldSession after = last.get();
            Page page = database.write(handle -> page(handle, after));
            total = Counts.sum(total, page.count());
            last = page.last();
        }
        if (total.sessions() > 0 && total.held() > 0) {
            Count left = new Count(0, 0, total.held());
            database.write(handle -> record(handle, left));
        }
        return total;
    }

    private Page page(Handle handle, OldSession after) {
        List<OldSession> page = old.locked(handle, after, database.dialect());
        List<OldSession> going =
                page.stream().filter(session -> !session.held()).toList();
        keep(ArchiveLines.of(handle, going));
        List<String> gone = delete(handle, going);
        Count taken = new Count(gone.size(), AuditRows.delete(handle, gone), 0);
        record(handle, taken);
        return new Page(
                new Count(taken.sessions(), taken.entries(), page.size() - gone.size()), OldSessions.last(page));
    }

    // A hold that came meanwhile still counts, and one that comes now waits until it is clear what is gone.
    private List<String> delete(Handle handle, List<OldSession> going) {
        database.dialect().freeze(handle, "kyc_hold");
        return SessionRows.deleteUnheld(
                handle, going.stream().map(OldSession::id).toList());
    }

    private void keep(List<String> lines) {
        try {
            if (!lines.isEmpty()) {
                archive.keep(lines);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private Count record(Handle handle, Count part) {
        if (!part.equals(Counts.NOTHING)) {
            PurgeRows.insert(handle, name, new Purge(now, old.before(), part));
        }
        return part;
    }

    private record Page(Count count, Optional<OldSession> last) {}
}
