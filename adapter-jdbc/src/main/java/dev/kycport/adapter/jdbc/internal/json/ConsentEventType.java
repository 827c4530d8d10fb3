package dev.kycport.adapter.jdbc.internal.json;

import dev.kycport.adapter.jdbc.internal.database.EnumCodes;

/** What happened to a consent, by the name that the ledger keeps: the event's own. */
public enum ConsentEventType {
    ASKED,
    GIVEN,
    DECLINED,
    USED,
    WITHDRAWN,
    EXPIRED;

    public String code() {
        return EnumCodes.codeOf(this);
    }
}
