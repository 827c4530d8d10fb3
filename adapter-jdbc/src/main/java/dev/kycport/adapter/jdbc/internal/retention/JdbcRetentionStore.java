package dev.kycport.adapter.jdbc.internal.retention;

import dev.kycport.adapter.jdbc.internal.database.Database;
import dev.kycport.adapter.jdbc.internal.session.SessionDao;
import dev.kycport.domain.consent.SubjectRef;
import dev.kycport.ports.store.RetentionStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Purges old sessions and their trails, except those on legal hold. It does not touch the consent ledger. */
public final class JdbcRetentionStore implements RetentionStore {

    private final Database database;
    private final Runnable pause;

    /** @param pause runs between two pages of a purge */
    public JdbcRetentionStore(Database database, Runnable pause) {
        this.database = database;
        this.pause = pause;
    }

    @Override
    public long countExpiredIdentities(Instant now) {
        return database.read(handle -> SessionDao.countExpiredIdentities(handle, now));
    }

    @Override
    public PurgeCounts countPurgeable(Instant before) {
        PurgeCandidateQuery old = new PurgeCandidateQuery(before);
        PurgeCounts purgeCounts = RetentionCounts.ZERO;
        Optional<PurgeCandidate> last = Optional.of(PurgeCandidate.START);
        while (last.isPresent()) {
            PurgeCandidate after = last.get();
            List<PurgeCandidate> page = database.read(handle -> old.nextPage(handle, after));
            purgeCounts = RetentionCounts.sum(purgeCounts, RetentionCounts.of(page));
            last = PurgeCandidateQuery.lastOf(page);
        }
        return purgeCounts;
    }

    @Override
    public PurgeCounts purge(Instant before, Instant now, ArchiveSink archive) throws IOException {
        try {
            return new PurgeJob(database, archive, pause, before, now).run();
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }

    @Override
    public void recordPurge(Instant at, Instant before, PurgeExtras purgeExtras) {
        if (purgeExtras.isNonEmpty()) {
            Purge part = new Purge(at, before, RetentionCounts.ZERO, purgeExtras);
            database.writeStatement(handle -> PurgeLogDao.insert(handle, part));
        }
    }

    @Override
    public List<Purge> findPurges() {
        return database.read(PurgeLogDao::findAll);
    }

    @Override
    public boolean placeHold(SubjectRef subject, String reason, Instant now) {
        return database.writeStatement(handle -> LegalHoldDao.insert(handle, new LegalHold(subject, reason, now)));
    }

    @Override
    public boolean releaseHold(SubjectRef subject) {
        return database.writeStatement(handle -> LegalHoldDao.delete(handle, subject));
    }

    @Override
    public List<LegalHold> findHolds() {
        return database.read(LegalHoldDao::findAll);
    }
}
