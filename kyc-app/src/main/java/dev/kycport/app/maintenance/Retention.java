package dev.kycport.app.maintenance;

import dev.kycport.app.step.KycEnvironment;
import dev.kycport.app.step.ReconciliationSummary;
import dev.kycport.domain.consent.SubjectRef;
import dev.kycport.ports.store.RetentionStore;
import dev.kycport.ports.store.RetentionStore.PurgeExtras;
import dev.kycport.ports.store.SessionArchive;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Purges sessions and their audit trails when their legal retention is over: first from the store into the archive, later from
 * the archive. The data of a subject on legal hold stays in both. Safe for use by many threads and nodes.
 */
public final class Retention {

    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);

    private final RetentionStore store;
    private final SessionArchive archive;
    private final Supplier<ReconciliationSummary> reconciliation;
    private final KycEnvironment environment;
    private final Periods periods;

    /**
     * Purges that store into that archive.
     *
     * @param reconciliation expires old sessions and erases identities after their retention: {@code
     *     KycService.reconcileDueSessions}
     */
    public Retention(
            RetentionStore store,
            SessionArchive archive,
            Supplier<ReconciliationSummary> reconciliation,
            KycEnvironment environment,
            Periods periods) {
        this.store = store;
        this.archive = archive;
        this.reconciliation = reconciliation;
        this.environment = environment;
        this.periods = periods;
    }

    /**
     * How long data is kept.
     *
     * @param live in the store, from the opening of a session
     * @param archived in the archive after that
     */
    public record Periods(Duration live, Duration archived) {}

    /**
     * What a purge deletes.
     *
     * @param at the time from which the retention periods are counted back
     * @param identities erased after their retention; the reconciliation erases them between purges, too
     */
    public record PurgeSummary(
            Instant at, long identities, RetentionStore.PurgeCounts sessions, SessionArchive.Count archive) {}

    /** What a purge would delete now. Writes nothing and waits for no lock. */
    public PurgeSummary preview() throws IOException {
        Instant now = environment.now();
        return new PurgeSummary(
                now,
                store.countExpiredIdentities(now),
                store.countPurgeable(now.minus(periods.live())),
                archive.countExpired(now.minus(periods.archived()), heldSubjects()));
    }

    /**
     * Reconciles the due sessions, which erases identities after their retention, moves old sessions from the store to the
     * archive, and deletes old files of the archive. Each part is recorded with its counts.
     *
     * @throws IOException if the archive fails; sessions that it did not accept stay in the store
     */
    public PurgeSummary purge() throws IOException {
        Instant now = environment.now();
        Instant before = now.minus(periods.live());
        long identities = reconciliation.get().identities();
        store.recordPurge(now, before, new PurgeExtras(identities, 0, 0));
        RetentionStore.PurgeCounts sessions = store.purge(before, now, archive);
        SessionArchive.Count files = archive.deleteExpired(now.minus(periods.archived()), this::heldSubjects);
        store.recordPurge(now, before, new PurgeExtras(0, files.files(), files.held()));
        return logPurge(new PurgeSummary(now, identities, sessions, files));
    }

    private static PurgeSummary logPurge(PurgeSummary purge) {
        LOG.info(
                "purged {} identities, {} sessions with {} audit entries ({} on hold), and {} files of the archive ({} on hold)",
                purge.identities(),
                purge.sessions().sessions(),
                purge.sessions().entries(),
                purge.sessions().sessionsOnHold(),
                purge.archive().files(),
                purge.archive().held());
        return purge;
    }

    private Set<SubjectRef> heldSubjects() {
        return store.findHolds().stream()
                .map(RetentionStore.LegalHold::subject)
                .collect(Collectors.toUnmodifiableSet());
    }
}
