package dev.kycport.adapter.jdbc;

import dev.kycport.domain.consent.ConsentEvent;
import java.util.Arrays;

/** What happened to a consent, by the name that the ledger keeps. */
enum ConsentKind {
    ASKED(ConsentEvent.WasAsked.class),
    GIVEN(ConsentEvent.WasGiven.class),
    DECLINED(ConsentEvent.WasDeclined.class),
    USED(ConsentEvent.WasUsed.class),
    WITHDRAWN(ConsentEvent.WasWithdrawn.class),
    EXPIRED(ConsentEvent.HasExpired.class);

    private final Class<? extends ConsentEvent> event;

    ConsentKind(Class<? extends ConsentEvent> event) {
        this.event = event;
    }

    static ConsentKind of(ConsentEvent event) {
        return Arrays.stream(values())
                .filter(kind -> kind.event.isInstance(event))
                .findFirst()
                .orElseThrow();
    }

    String code() {
        return Words.of(this);
    }
}
