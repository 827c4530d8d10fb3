package dev.kycport.adapter.jdbc.internal.retention;

/**
 * A session that is old enough to go.
 *
 * @param openedAt with the id, its place in the order in which old sessions are met
 * @param snapshot as it is stored, without an identity
 * @param held whether its subject is on hold
 */
record PurgeCandidate(long openedAt, String id, String snapshot, long entries, boolean held) {

    /** Before every session. */
    static final PurgeCandidate START = new PurgeCandidate(Long.MIN_VALUE, "", "", 0, false);

    @Override
    public String toString() {
        return "OldSession[" + id + "]";
    }
}
