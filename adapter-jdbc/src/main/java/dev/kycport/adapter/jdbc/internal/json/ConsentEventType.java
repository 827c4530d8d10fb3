package dev.kycport.adapter.jdbc.internal.json;

import dev.kycport.domain.consent.ConsentEvent;
import java.util.stream.Stream;

/** The types of consent events, by the codes that the ledger stores: the events' own. */
public enum ConsentEventType {
    ASKED,
    GIVEN,
    DECLINED,
    USED,
    WITHDRAWN,
    EXPIRED;

    public String code() {
        return StoredTypes.codeOf(this);
    }

    static ConsentEventType of(ConsentEvent event) {
        return Stream.of(values())
                .filter(type -> type.code().equals(event.code()))
                .findFirst()
                .orElseThrow();
    }
}
