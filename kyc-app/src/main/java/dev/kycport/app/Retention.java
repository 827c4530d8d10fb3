package dev.kycport.app;

import dev.kycport.domain.consent.SubjectRef;
import dev.kycport.ports.RetentionStore;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
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
    private final Surroundings surroundings;
    private final Terms terms;

    /** Lets go by these terms, out of that store into that archive. */
    public Retention(RetentionStore store, Archive archive, Surroundings surroundings, Terms terms) {
        this.store = store;
        this.archive = archive;
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

    /** What a purge takes. */
    public record Purged(RetentionStore.Count sessions, Archive.Count archive) {}

    /** What a purge would take now. */
    public Purged due() throws IOException {
        Instant now = surroundings.now();
        return new Purged(store.due(now.minus(terms.live())), archive.due(now.minus(terms.archived()), held()));
    }

    /**
     * Moves what is old enough from the store to the archive, and deletes what is old enough there.
     *
     * @throws IOException if the archive fails; what it did not take in stays in the store
     */
    public Purged purge() throws IOException {
        Instant now = surroundings.now();
        RetentionStore.Count sessions = store.purge(now.minus(terms.live()), now, archive);
        Purged purged = new Purged(sessions, archive.drop(now.minus(terms.archived()), held()));
        LOG.info(
                "purged {} sessions with {} audit entries ({} on hold), and {} files of the archive ({} on hold)",
                sessions.sessions(),
                sessions.entries(),
                sessions.held(),
                purged.archive().files(),
                purged.archive().held());
        return purged;
    }

    private Set<SubjectRef> held() {
        return store.holds().stream().map(RetentionStore.Hold::subject).collect(Collectors.toUnmodifiableSet());
    }
}
