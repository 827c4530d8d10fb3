package dev.kycport.ports.store;

import java.time.Instant;
import java.util.Optional;

/**
 * Small records that an inbound adapter keeps for a while, such as the answer to a request that may be repeated. All nodes see
 * the same records, also after a restart. Safe for use by many threads and nodes.
 *
 * <p>Nothing here is encrypted by the store: what a caller stores must hold no secret and no identity in the clear. A record
 * that has expired counts as absent; the store deletes it some time later.
 */
public interface ExpiringRecordStore {

    /**
     * The name of a record.
     *
     * @param kind what the record is for; 1 to 32 lower-case letters and hyphens
     * @param id which record of its kind; 1 to 128 characters. A secret is named by its hash
     */
    record RecordKey(String kind, String id) {

        public RecordKey {
            if (!kind.matches("[a-z-]{1,32}") || id.isEmpty() || id.length() > 128) {
                throw new IllegalArgumentException("a record's key is a short kind and a short id");
            }
        }
    }

    /**
     * The stored value, or nothing.
     *
     * @throws StoreUnavailableException if the store cannot be read
     */
    Optional<String> find(RecordKey key, Instant now);

    /**
     * Stores a record unless there is one. Of several callers at the same moment exactly one succeeds.
     *
     * @param expiresAt from this instant the record counts as absent
     * @return empty if it is stored; otherwise the value of the record that was there, and nothing has changed
     * @throws StoreUnavailableException if it is not known to be stored
     */
    Optional<String> putIfAbsent(RecordKey key, String value, Instant now, Instant expiresAt);

    /**
     * Replaces a record that still has the expected value (compare-and-set).
     *
     * @return false if it has another value or is absent, and nothing has changed
     * @throws StoreUnavailableException if it is not known to be stored
     */
    boolean replace(RecordKey key, String expected, String next, Instant now, Instant expiresAt);

    /**
     * Deletes a record that still has the expected value; does nothing otherwise.
     *
     * @throws StoreUnavailableException if it is not known to be deleted
     */
    void remove(RecordKey key, String expected);
}
