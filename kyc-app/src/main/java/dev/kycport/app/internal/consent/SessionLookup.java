package dev.kycport.app.internal.consent;

import dev.kycport.domain.SessionId;
import dev.kycport.domain.consent.ConsentEvent;
import dev.kycport.domain.consent.ConsentId;
import dev.kycport.domain.consent.SubjectRef;
import dev.kycport.ports.store.Stores;
import java.util.List;

/** Finds consents and sessions by what they were opened for, as far as the stores keep a register of that. */
public record SessionLookup(Stores stores) {

    /** Every consent that person was asked for; none where no register is kept. */
    public List<ConsentId> findConsents(SubjectRef person) {
        return stores.admin()
                .map(adminStores -> adminStores.ledgerReader().findConsents(person))
                .orElseGet(List::of);
    }

    /** Every session with that consent; where no register is kept, those that the consent was used for. */
    public List<SessionId> findSessions(ConsentId consent) {
        return stores.admin()
                .map(adminStores -> adminStores.ledgerReader().findSessions(consent))
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
