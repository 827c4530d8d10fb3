package dev.kycport.ports.store;

import dev.kycport.domain.consent.SubjectRef;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/**
 * Deletes data when the law requires it, and retains it under a legal hold. UIDAI's regulations of 2021 require logs
 * for two years live and five archived. No purge touches a subject on hold. Safe for use by many threads and nodes: if
 * two purges run at the same moment, each session is deleted by one, and may be archived by both.
 */
public interface RetentionStore {

    /**
     * How many identities are past their retention, or stored although their consent was withdrawn. Only reads.
     *
     * @throws StoreUnavailableException if the store cannot be read
     */
    long countExpiredIdentities(Instant now);

    /**
     * What a purge would delete now. Only reads.
     *
     * @throws StoreUnavailableException if the store cannot be read
     */
    PurgeCounts countPurgeable(Instant before);

    /**
     * Deletes final sessions that were opened before an instant, with their audit trails, and records the purge with
     * its counts. Each session is passed to the archive first, and deleted only when the archive has stored it. Skips
     * sessions of subjects on hold, and sessions that changed while they were archived: a later purge archives these
     * again. If the archive fails, what it did not store is not deleted. The archive holds no lock on the store.
     *
     * @throws IOException if the archive fails
     * @throws StoreUnavailableException if the store fails; what was purged before stays purged
     */
    PurgeCounts purge(Instant before, Instant now, ArchiveSink archive) throws IOException;

    /**
     * Records what the purge of that moment deleted apart from sessions; does nothing if it deleted nothing.
     *
     * @throws StoreUnavailableException if it is not known to be stored
     */
    void recordPurge(Instant at, Instant before, PurgeExtras extras);

    /**
     * All purges that deleted something, oldest first.
     *
     * @throws StoreUnavailableException if the store cannot be read
     */
    List<Purge> findPurges();

    /**
     * Places a person on hold: their sessions and trails are not purged from now on. Their identity is erased at the
     * end of its retention all the same.
     *
     * @return false if there is a hold already: its reason stays
     * @throws StoreUnavailableException if it is not known to be stored
     */
    boolean placeHold(SubjectRef subject, String reason, Instant now);

    /**
     * Releases a hold.
     *
     * @return false if there is none
     * @throws StoreUnavailableException if it is not known to be released
     */
    boolean releaseHold(SubjectRef subject);

    /**
     * All persons on hold.
     *
     * @throws StoreUnavailableException if the store cannot be read
     */
    List<LegalHold> findHolds();

    /** Receives purged sessions. */
    @FunctionalInterface
    interface ArchiveSink {

        /**
         * Stores sessions, each as one line of JSON. When this returns, all of them are durable, because {@link
         * RetentionStore#purge} deletes them next. A session that was not deleted is passed again by a later purge.
         *
         * @throws IOException if it is not known that all of them are durable
         */
        void append(List<String> sessions) throws IOException;
    }

    /**
     * Counts of a purge.
     *
     * @param sessions deleted
     * @param entries deleted from audit trails
     * @param sessionsOnHold not deleted because their subject is on hold
     */
    record PurgeCounts(long sessions, long entries, long sessionsOnHold) {}

    /**
     * What a purge deletes apart from sessions.
     *
     * @param identities erased
     * @param files deleted from the archive
     * @param filesOnHold not deleted because a subject in them is on hold
     */
    record PurgeExtras(long identities, long files, long filesOnHold) {

        /** Whether anything was deleted. */
        public boolean isNonEmpty() {
            return identities > 0 || files > 0;
        }
    }

    /** A recorded purge. */
    record Purge(Instant at, Instant before, PurgeCounts counts, PurgeExtras extras) {}

    /** A person whose data is not purged. */
    record LegalHold(SubjectRef subject, String reason, Instant since) {}
}
