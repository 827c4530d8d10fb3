package dev.kycport.adapter.jdbc;

/**
 * A session that is old enough to go.
 *
 * @param openedAt with the id, its place in the order in which old sessions are met
 * @param snapshot as it is stored, without an identity
 * @param held whether its subject is on hold
 */
record OldSession(long openedAt, String id, String snapshot, long entries, boolean held) {

    /** Before every session. */
    static final OldSession NONE = new OldSession(Long.MIN_VALUE, "", "", 0, false);

    @Override
    public String toString() {
        return "OldSession[" + id + "]";
    }
}
