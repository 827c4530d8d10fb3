package dev.kycport.adapter.jdbc;

import dev.kycport.domain.consent.SubjectRef;
import dev.kycport.ports.RetentionStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Lets go of sessions and their trails for good, and keeps those of people on hold. The ledger of consents is not touched. */
final class JdbcRetentionStore implements RetentionStore {

    private final Database database;
    private final Runnable pause;

    /** @param pause what a purge does between two pages */
    JdbcRetentionStore(Database database, Runnable pause) {
        this.database = database;
        this.pause = pause;
    }

    @Override
    public long identitiesDue(Instant now) {
        return database.read(handle -> SessionRows.identitiesDue(handle, now));
    }

    @Override
    public Count due(Instant before) {
        OldSessions old = new OldSessions(before);
        Count count = Counts.NOTHING;
        Optional<OldSession> last = Optional.of(OldSession.NONE);
        while (last.isPresent()) {
            OldSession after = last.get();
            List<OldSession> page = database.read(handle -> old.page(handle, after));
            count = Counts.sum(count, Counts.of(page));
            last = OldSessions.last(page);
        }
        return count;
    }

    @Override
    public Count purge(Instant before, Instant now, Archive archive) throws IOException {
        try {
            return new Purging(database, archive, pause, before, now).run();
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }

    @Override
    public void record(Instant at, Instant before, Beside beside) {
        if (beside.isSomething()) {
            Purge part = new Purge(at, before, Counts.NOTHING, beside);
            database.writeOne(handle -> PurgeRows.insert(handle, part));
        }
    }

    @Override
    public List<Purge> purges() {
        return database.read(PurgeRows::all);
    }

    @Override
    public boolean hold(SubjectRef subject, String reason, Instant now) {
        return database.writeOne(handle -> HoldRows.insert(handle, new Hold(subject, reason, now)));
    }

    @Override
    public boolean release(SubjectRef subject) {
        return database.writeOne(handle -> HoldRows.delete(handle, subject));
    }

    @Override
    public List<Hold> holds() {
        return database.read(HoldRows::all);
    }
}
