package dev.kycport.tck;

import dev.kycport.domain.consent.ConsentEvent;
import dev.kycport.domain.consent.ConsentId;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.ports.store.ConsentLedger;
import io.vavr.control.Either;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The smallest ledger that keeps every promise; broken ones change one method. */
class ToyLedger implements ConsentLedger {

    private final Object lock = new Object();
    private final Map<ConsentId, List<ConsentEvent>> chains = new HashMap<>();

    @Override
    public List<ConsentEvent> events(ConsentId consent) {
        synchronized (lock) {
            return List.copyOf(inner(consent));
        }
    }

    @Override
    public Either<KycFailure, ConsentEvent> append(ConsentEvent event, int position) {
        synchronized (lock) {
            return inner(event.consent()).size() == position ? add(event) : ToyStores.busy();
        }
    }

    /** Wherever it belongs. */
    final Either<KycFailure, ConsentEvent> add(ConsentEvent event) {
        synchronized (lock) {
            inner(event.consent()).add(event);
            return Either.right(event);
        }
    }

    /** The list itself, as nobody should ever see it. */
    final List<ConsentEvent> inner(ConsentId consent) {
        synchronized (lock) {
            return chains.computeIfAbsent(consent, id -> new ArrayList<>());
        }
    }

    /** Every event there is. */
    final List<ConsentEvent> all() {
        synchronized (lock) {
            return chains.values().stream().flatMap(List::stream).toList();
        }
    }
}
