package dev.kycport.adapter.jdbc;

import dev.kycport.ports.RetentionStore.Archive;
import dev.kycport.ports.RetentionStore.Count;
import dev.kycport.ports.RetentionStore.Purge;
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
 * One purge, page by page: hands a page to the archive, and once it is safe there deletes it in a short transaction, and says so.
 * Nobody waits for the archive. What changed meanwhile, was put on hold, or was taken by another purge is left alone; so is the
 * page of a process that dies in between, and the next purge archives it again.
 */
final class Purging {

    private final Database database;
    private final Archive archive;
    private final Runnable pause;
    private final OldSessions old;
    private final Instant now;

    /** @param pause between two pages, so that others who write come in between */
    Purging(Database database, Archive archive, Runnable pause, Instant before, Instant now) {
        this.database = database;
        this.archive = archive;
        this.pause = pause;
        this.old = new OldSessions(before);
        this.now = now;
    }

    /** @throws UncheckedIOException if the archive fails */
    Count run() {
        Count total = Counts.NOTHING;
        Optional<OldSession> last = Optional.of(OldSession.NONE);
        while (last.isPresent()) {
            OldSession after = last.get();
            List<OldSession> page = database.read(handle -> old.page(handle, after));
            total = Counts.sum(total, taken(after, page));
            last = OldSessions.last(page);
            last.ifPresent(more -> pause.run());
        }
        if (total.sessions() > 0 && total.held() > 0) {
            Count left = new Count(0, 0, total.held());
            database.writeOne(handle -> record(handle, left));
        }
        return total;
    }

    private Count taken(OldSession after, List<OldSession> page) {
        List<OldSession> going =
                page.stream().filter(session -> !session.held()).toList();
        Count held = new Count(0, 0, page.size() - going.size());
        Map<OldSession, String> lines = database.read(handle -> ArchiveLines.of(handle, going));
        if (lines.isEmpty()) {
            return held;
        }
        keep(List.copyOf(lines.values()));
        return Counts.sum(held, database.write(handle -> take(handle, after, List.copyOf(lines.keySet()))));
    }

    private Count take(Handle handle, OldSession after, List<OldSession> archived) {
        List<OldSession> still = old.locked(handle, after, database.dialect());
        List<OldSession> going = still.stream().filter(archived::contains).toList();
        List<String> gone = delete(handle, going);
        Count taken = record(handle, new Count(gone.size(), AuditRows.delete(handle, gone), 0));
        return Counts.sum(taken, new Count(0, 0, held(still, archived) + going.size() - gone.size()));
    }

    // A hold that came meanwhile still counts, and one that comes now waits until it is clear what is gone.
    private List<String> delete(Handle handle, List<OldSession> going) {
        database.dialect().freeze(handle, "kyc_hold");
        return SessionRows.deleteUnheld(
                handle, going.stream().map(OldSession::id).toList());
    }

    private static long held(List<OldSession> now, List<OldSession> before) {
        Set<String> ids = before.stream().map(OldSession::id).collect(Collectors.toSet());
        return now.stream()
                .filter(session -> session.held() && ids.contains(session.id()))
                .count();
    }

    private void keep(List<String> lines) {
        try {
            archive.keep(lines);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private Count record(Handle handle, Count part) {
        if (!part.equals(Counts.NOTHING)) {
            PurgeRows.insert(handle, new Purge(now, old.before(), part, PurgeRows.NOTHING));
        }
        return part;
    }
}
