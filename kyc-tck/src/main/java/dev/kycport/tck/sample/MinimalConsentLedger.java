package dev.kycport.tck.sample;

import dev.kycport.domain.consent.ConsentEvent;
import dev.kycport.domain.consent.ConsentId;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.failure.SessionRejection;
import dev.kycport.ports.store.ConsentLedger;
import io.vavr.control.Either;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The smallest ledger there can be, from which the kit's own proofs come. */
final class MinimalConsentLedger implements ConsentLedger {

    private final Map<ConsentId, List<ConsentEvent>> chains = new HashMap<>();

    @Override
    public synchronized List<ConsentEvent> events(ConsentId consent) {
        return List.copyOf(chains.getOrDefault(consent, List.of()));
    }

    @Override
    public synchronized Either<KycFailure, ConsentEvent> append(ConsentEvent event, int position) {
        List<ConsentEvent> chain = chains.computeIfAbsent(event.consent(), id -> new ArrayList<>());
        if (chain.size() != position) {
            return Either.left(new SessionRejection.Busy());
        }
        chain.add(event);
        return Either.right(event);
    }
}
