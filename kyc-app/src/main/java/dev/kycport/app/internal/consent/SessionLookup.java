package dev.kycport.app.internal.consent;

import dev.kycport.domain.SessionId;
import dev.kycport.domain.consent.ConsentEvent;
import dev.kycport.domain.consent.ConsentId;
import dev.kycport.domain.consent.SubjectRef;
import dev.kycport.ports.store.Stores;
import java.util.List;

/** Finds consents by person and sessions by consent, as far as the stores have an index. */
public record SessionLookup(Stores stores) {

    /** Every consent that the person was asked for; empty if the stores have no index of persons. */
    public List<ConsentId> findConsents(SubjectRef person) {
        return stores.admin()
                .map(admin -> admin.ledgerReader().findConsents(person))
                .orElseGet(List::of);
    }

    /** Every session with that consent; without an index, the sessions that the consent was used for. */
    public List<SessionId> findSessions(ConsentId consent) {
        return stores.admin()
                .map(admin -> admin.ledgerReader().findSessions(consent))
                .orElseGet(() -> sessionsThatUsed(consent));
    }

    private List<SessionId> sessionsThatUsed(ConsentId consent) {
        return stores.consents().events(consent).stream()
                .filter(ConsentEvent.WasUsed.class::isInstance)
                .map(event -> ((ConsentEvent.WasUsed) event).use().session())
                .distinct()
                .toList();
    }
}
