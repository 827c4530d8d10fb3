package dev.kycport.adapter.jdbc.internal.retention;

/**
 * A session that is old enough to be purged.
 *
 * @param openedAt the sort key, together with the id
 * @param snapshot as it is stored, without an identity
 * @param held whether its subject is on hold
 */
record PurgeCandidate(long openedAt, String id, String snapshot, long entries, boolean held) {

    /** Sorts before every session. */
    static final PurgeCandidate START = new PurgeCandidate(Long.MIN_VALUE, "", "", 0, false);

    @Override
    public String toString() {
        return "OldSession[" + id + "]";
    }
}
