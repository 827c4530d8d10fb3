package dev.kycport.tck;

import dev.kycport.domain.consent.ConsentEvent;
import dev.kycport.domain.consent.ConsentId;
import dev.kycport.domain.session.SessionSnapshot;
import dev.kycport.ports.ConsentLedger;
import dev.kycport.ports.PendingCodeStore;
import dev.kycport.ports.StoreUnavailableException;
import dev.kycport.ports.Stores;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Stores with one connection for everything, which settling keeps to itself. */
final class LockedLedger extends ToyStores {

    private boolean taken;

    @Override
    Stores beside(ConsentLedger other, PendingCodeStore pending) {
        ConsentLedger locked = new ToyLedger() {
            @Override
            public List<ConsentEvent> events(ConsentId consent) {
                if (taken) {
                    throw new StoreUnavailableException("no connection is free");
                }
                return super.events(consent);
            }
        };
        return super.beside(locked, pending);
    }

    @Override
    public int settleDue(Instant now, Function<SessionSnapshot, Optional<Settled>> settle) {
        return super.settleDue(now, due -> alone(due, settle));
    }

    private Optional<Settled> alone(SessionSnapshot due, Function<SessionSnapshot, Optional<Settled>> settle) {
        taken = true;
        try {
            return settle.apply(due);
        } finally {
            taken = false;
        }
    }
}
