package dev.kycport.app;

import dev.kycport.domain.consent.SubjectRef;
import dev.kycport.ports.RetentionStore;
import dev.kycport.ports.RetentionStore.Beside;
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
    private final Archive archive;
    private final Supplier<Settled> settling;
    private final Surroundings surroundings;
    private final Terms terms;

    /**
     * Lets go by these terms, out of that store into that archive.
     *
     * @param settling ends what is too old, and erases identities that are past their time: {@link KycService#settleDue}
     */
    public Retention(
            RetentionStore store, Archive archive, Supplier<Settled> settling, Surroundings surroundings, Terms terms) {
        this.store = store;
        this.archive = archive;
        this.settling = settling;
        this.surroundings = surroundings;
        this.terms = terms;
    }

    /**
     * How long.
     *
     * @param live in the store, from the opening of a session
     * @param archived in the archive, from there on
     */
    public record Terms(Duration live, Duration archived) {}

    /**
     * What a purge takes.
     *
     * @param at the instant from which its cutoffs are counted back
     * @param identities past their time; settling erases them in between, too
     */
    public record Purged(Instant at, long identities, RetentionStore.Count sessions, Archive.Count archive) {}

    /** What a purge would take now. Writes nothing and waits for nobody. */
    public Purged due() throws IOException {
        Instant now = surroundings.now();
        return new Purged(
                now,
                store.identitiesDue(now),
                store.due(now.minus(terms.live())),
                archive.due(now.minus(terms.archived()), held()));
    }

    /**
     * Settles what is due, which erases identities that are past their time, moves what is old enough from the store to the
     * archive, and deletes what is old enough there. Each goes on record with its count.
     *
     * @throws IOException if the archive fails; what it did not take in stays in the store
     */
    public Purged purge() throws IOException {
        Instant now = surroundings.now();
        Instant before = now.minus(terms.live());
        long identities = settling.get().identities();
        store.record(now, before, new Beside(identities, 0, 0));
        RetentionStore.Count sessions = store.purge(before, now, archive);
        Archive.Count files = archive.drop(now.minus(terms.archived()), this::held);
        store.record(now, before, new Beside(0, files.files(), files.held()));
        return told(new Purged(now, identities, sessions, files));
    }

    private static Purged told(Purged purged) {
        LOG.info(
                "purged {} identities, {} sessions with {} audit entries ({} on hold), and {} files of the archive ({} on hold)",
                purged.identities(),
                purged.sessions().sessions(),
                purged.sessions().entries(),
                purged.sessions().held(),
                purged.archive().files(),
                purged.archive().held());
        return purged;
    }

    private Set<SubjectRef> held() {
        return store.holds().stream().map(RetentionStore.Hold::subject).collect(Collectors.toUnmodifiableSet());
    }
}
