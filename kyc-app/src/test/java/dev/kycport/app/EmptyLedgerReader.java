package dev.kycport.app;

import dev.kycport.domain.SessionId;
import dev.kycport.domain.consent.ConsentId;
import dev.kycport.domain.consent.SubjectRef;
import dev.kycport.ports.store.ConsentLedgerReader;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Finds nothing. */
public final class EmptyLedgerReader implements ConsentLedgerReader {

    @Override
    public List<ConsentId> findConsents(SubjectRef subject) {
        return List.of();
    }

    @Override
    public List<SessionId> findSessions(ConsentId consent) {
        return List.of();
    }

    @Override
    public void readAll(Consumer<Entry> reader) {}

    @Override
    public ChainVerification verifyChains() {
        return new ChainVerification(0, 0, Optional.empty());
    }
}
