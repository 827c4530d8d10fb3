package dev.kycport.tck;

import dev.kycport.domain.consent.ConsentEvent;
import dev.kycport.domain.consent.ConsentId;
import dev.kycport.domain.session.SessionSnapshot;
import dev.kycport.ports.store.ConsentLedger;
import dev.kycport.ports.store.PendingCodeStore;
import dev.kycport.ports.store.StoreUnavailableException;
import dev.kycport.ports.store.Stores;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Stores with one connection for everything, which settling keeps to itself. */
final class SingleConnectionStores extends ToyStores {

    private boolean taken;

    @Override
    Stores withLedger(ConsentLedger other, PendingCodeStore pending) {
        ConsentLedger locked = new ToyLedger() {
            @Override
            public List<ConsentEvent> events(ConsentId consent) {
                if (taken) {
                    throw new StoreUnavailableException("no connection is free");
                }
                return super.events(consent);
            }
        };
        return super.withLedger(locked, pending);
    }

    @Override
    public int reconcileDue(Instant now, Function<SessionSnapshot, Optional<Reconciled>> settle) {
        return super.reconcileDue(now, due -> alone(due, settle));
    }

    private Optional<Reconciled> alone(SessionSnapshot due, Function<SessionSnapshot, Optional<Reconciled>> settle) {
        taken = true;
        try {
            return settle.apply(due);
        } finally {
            taken = false;
        }
    }
}
