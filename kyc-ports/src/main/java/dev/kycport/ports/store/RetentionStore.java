package dev.kycport.ports.store;

import dev.kycport.domain.consent.SubjectRef;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/**
 * What the law wants gone, and when, and what a court wants kept. UIDAI's regulations of 2021 keep logs for two years live and
 * five archived; a subject on hold is left alone by every purge. Safe for use by many threads and nodes: of two purges
 * at the same moment each session is taken by one, and may be archived by both.
 */
public interface RetentionStore {

    /**
     * How many identities are past their time, or kept though their consent was withdrawn. Writes nothing and waits for nobody.
     *
     * @throws StoreUnavailableException if the store cannot be read
     */
    long countExpiredIdentities(Instant now);

    /**
     * What a purge would take now. Writes nothing and waits for nobody.
     *
     * @throws StoreUnavailableException if the store cannot be read
     */
    PurgeCounts countPurgeable(Instant before);

    /**
     * Takes sessions that were opened before that instant and are over, with their audit trails, hands every one to the archive
     * and only then deletes it; the purge itself goes on record with its counts. A session of a subject on hold stays, and so does
     * one that changed while it was archived: a later purge archives it again. If the archive fails, what it did not take in stays.
     * Nobody else waits for the archive.
     *
     * @throws IOException if the archive fails
     * @throws StoreUnavailableException if the store fails on the way; what was purged before stays purged
     */
    PurgeCounts purge(Instant before, Instant now, ArchiveSink archive) throws IOException;

    /**
     * Puts on record what the purge of that moment took beside sessions; does nothing if it took nothing.
     *
     * @throws StoreUnavailableException if it is not known to be stored
     */
    void recordPurge(Instant at, Instant before, PurgeExtras extras);

    /**
     * Every purge that took something, oldest first.
     *
     * @throws StoreUnavailableException if the store cannot be read
     */
    List<Purge> findPurges();

    /**
     * Keeps sessions and trails of a person from now on; does nothing if they are kept already. An identity goes in its time all
     * the same.
     *
     * @return false if there was a hold already: its reason stays
     * @throws StoreUnavailableException if it is not known to be stored
     */
    boolean placeHold(SubjectRef subject, String reason, Instant now);

    /**
     * Ends a hold.
     *
     * @return false if there was none
     * @throws StoreUnavailableException if it is not known to be over
     */
    boolean releaseHold(SubjectRef subject);

    /**
     * Everyone on hold.
     *
     * @throws StoreUnavailableException if the store cannot be read
     */
    List<LegalHold> findHolds();

    /** Where purged sessions go for the years that follow. */
    @FunctionalInterface
    interface ArchiveSink {

        /**
         * Takes in sessions, each as one line of JSON. When this returns all of them are durable, since {@link
         * RetentionStore#purge} deletes them then. One that stayed all the same comes again.
         *
         * @throws IOException if it is not known that all of them are durable
         */
        void append(List<String> sessions) throws IOException;
    }

    /**
     * How much.
     *
     * @param sessionsOnHold sessions left alone because their subject is on hold
     */
    record PurgeCounts(long sessions, long entries, long sessionsOnHold) {}

    /**
     * What else a purge takes.
     *
     * @param identities erased
     * @param files of the archive, deleted
     * @param filesOnHold of the archive, left alone because somebody in them is on hold
     */
    record PurgeExtras(long identities, long files, long filesOnHold) {

        /** Whether anything is gone. */
        public boolean isNonEmpty() {
            return identities > 0 || files > 0;
        }
    }

    /** A purge on record. */
    record Purge(Instant at, Instant before, PurgeCounts counts, PurgeExtras extras) {}

    /** A person whose data stays. */
    record LegalHold(SubjectRef subject, String reason, Instant since) {}
}
