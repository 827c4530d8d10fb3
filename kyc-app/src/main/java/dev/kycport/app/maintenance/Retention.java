package dev.kycport.app.maintenance;

import dev.kycport.app.KycService;
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
 * Keeps sessions and their trails as long as the law wants them, and no longer: first in the store, then in the archive. Whoever
 * is on hold stays in both. Safe for use by many threads and nodes.
 */
public final class Retention {

    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);

    private final RetentionStore store;
    private final SessionArchive sessionArchive;
    private final Supplier<ReconciliationSummary> reconciliation;
    private final KycEnvironment kycEnvironment;
    private final Periods periods;

    /**
     * Lets go by these terms, out of that store into that archive.
     *
     * @param settling ends what is too old, and erases identities that are past their time: {@link KycService#reconcileDueSessions}
     */
    public Retention(
            RetentionStore store,
            SessionArchive sessionArchive,
            Supplier<ReconciliationSummary> settling,
            KycEnvironment kycEnvironment,
            Periods periods) {
        this.store = store;
        this.sessionArchive = sessionArchive;
        this.reconciliation = settling;
        this.kycEnvironment = kycEnvironment;
        this.periods = periods;
    }

    /**
     * How long.
     *
     * @param live in the store, from the opening of a session
     * @param archived in the archive, from there on
     */
    public record Periods(Duration live, Duration archived) {}

    /**
     * What a purge takes.
     *
     * @param at the instant from which its cutoffs are counted back
     * @param identities past their time; settling erases them in between, too
     */
    public record PurgeSummary(
            Instant at, long identities, RetentionStore.PurgeCounts sessions, SessionArchive.Count archive) {}

    /** What a purge would take now. Writes nothing and waits for nobody. */
    public PurgeSummary preview() throws IOException {
        Instant now = kycEnvironment.now();
        return new PurgeSummary(
                now,
                store.countExpiredIdentities(now),
                store.countPurgeable(now.minus(periods.live())),
                sessionArchive.countExpired(now.minus(periods.archived()), heldSubjects()));
    }

    /**
     * Settles what is due, which erases identities that are past their time, moves what is old enough from the store to the
     * archive, and deletes what is old enough there. Each goes on record with its count.
     *
     * @throws IOException if the archive fails; what it did not take in stays in the store
     */
    public PurgeSummary purge() throws IOException {
        Instant now = kycEnvironment.now();
        Instant before = now.minus(periods.live());
        long identities = reconciliation.get().identities();
        store.recordPurge(now, before, new PurgeExtras(identities, 0, 0));
        RetentionStore.PurgeCounts sessions = store.purge(before, now, sessionArchive);
        SessionArchive.Count files = sessionArchive.deleteExpired(now.minus(periods.archived()), this::heldSubjects);
        store.recordPurge(now, before, new PurgeExtras(0, files.files(), files.held()));
        return logPurge(new PurgeSummary(now, identities, sessions, files));
    }

    private static PurgeSummary logPurge(PurgeSummary purgeSummary) {
        LOG.info(
                "purged {} identities, {} sessions with {} audit entries ({} on hold), and {} files of the archive ({} on hold)",
                purgeSummary.identities(),
                purgeSummary.sessions().sessions(),
                purgeSummary.sessions().entries(),
                purgeSummary.sessions().sessionsOnHold(),
                purgeSummary.archive().files(),
                purgeSummary.archive().held());
        return purgeSummary;
    }

    private Set<SubjectRef> heldSubjects() {
        return store.findHolds().stream()
                .map(RetentionStore.LegalHold::subject)
                .collect(Collectors.toUnmodifiableSet());
    }
}
