package dev.kycport.ports.store;

import java.time.Instant;
import java.util.Optional;

/**
 * A persistent store that can be reached and takes writes.
 *
 * @param migration the version of its tables
 * @param encryptionKey the id of the key that encrypts identities
 * @param due how many sessions are due for reconciliation, at most {@value #MAX_COUNTED}
 * @param oldestDue since when the longest due session is due
 * @param pool the connections of this process
 */
public record StoreStatus(String migration, String encryptionKey, long due, Optional<Instant> oldestDue, PoolUse pool) {

    /** Counting goes no further, because a backlog may be millions. */
    public static final long MAX_COUNTED = 10_000;

    /**
     * The connection pool of this process, for writes if there are several.
     *
     * @param max the most connections it opens
     * @param active in use
     * @param idle open and not in use
     * @param waiting threads that wait for one
     */
    public record PoolUse(int max, int active, int idle, int waiting) {}
}
