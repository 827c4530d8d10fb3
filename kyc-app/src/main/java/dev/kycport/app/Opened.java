package dev.kycport.app;

import dev.kycport.domain.SessionId;
import dev.kycport.domain.consent.ConsentEvent;
import dev.kycport.domain.consent.ConsentId;
import dev.kycport.domain.consent.SubjectRef;
import dev.kycport.ports.Stores;
import java.util.List;

/** Finds consents and sessions by what they were opened for, as far as the stores keep a register of that. */
record Opened(Stores stores) {

    /** Every consent that person was asked for; none where no register is kept. */
    List<ConsentId> by(SubjectRef person) {
        return stores.keeping()
                .map(keeping -> keeping.register().consents(person))
                .orElseGet(List::of);
    }

    /** Every session with that consent; where no register is kept, those that the consent was used for. */
    List<SessionId> with(ConsentId consent) {
        return stores.keeping()
                .map(keeping -> keeping.register().sessions(consent))
                .orElseGet(() -> using(consent));
    }

    private List<SessionId> using(ConsentId consent) {
        return stores.consents().events(consent).stream()
                .filter(ConsentEvent.WasUsed.class::isInstance)
                .map(event -> ((ConsentEvent.WasUsed) event).use().session())
                .distinct()
                .toList();
    }
}
