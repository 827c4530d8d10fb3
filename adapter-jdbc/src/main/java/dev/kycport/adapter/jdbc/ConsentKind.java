package dev.kycport.adapter.jdbc;

/** What happened to a consent, by the name that the ledger keeps: the event's own. */
enum ConsentKind {
    ASKED,
    GIVEN,
    DECLINED,
    USED,
    WITHDRAWN,
    EXPIRED;

    String code() {
        return Words.of(this);
    }
}
