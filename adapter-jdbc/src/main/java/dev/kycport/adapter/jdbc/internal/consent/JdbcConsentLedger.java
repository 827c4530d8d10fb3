package dev.kycport.adapter.jdbc.internal.consent;

import dev.kycport.adapter.jdbc.internal.database.Database;
import dev.kycport.domain.consent.ConsentEvent;
import dev.kycport.domain.consent.ConsentId;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.failure.SessionRejection;
import dev.kycport.ports.store.ConsentLedger;
import io.vavr.control.Either;
import java.util.List;
import java.util.Optional;

/** Consents in {@code kyc_consent_event}. Rows are never changed or deleted. */
public final class JdbcConsentLedger implements ConsentLedger {

    private final Database database;
    private final ChainHeadCache chainHeads = new ChainHeadCache();

    public JdbcConsentLedger(Database database) {
        this.database = database;
    }

    @Override
    public List<ConsentEvent> events(ConsentId consent) {
        List<LedgerDao.StoredEvent> chain = database.read(handle -> LedgerDao.findChain(handle, consent));
        if (!chain.isEmpty()) {
            int last = chain.size() - 1;
            chainHeads.remember(consent, last, chain.get(last).hash());
        }
        return chain.stream().map(LedgerDao.StoredEvent::event).toList();
    }

    @Override
    public Either<KycFailure, ConsentEvent> append(ConsentEvent event, int position) {
        if (tryAppend(event, position)) {
            return Either.right(event);
        }
        // The cached hash may be newer than a database that was restored from a backup.
        forget(event.consent());
        return tryAppend(event, position) ? Either.right(event) : Either.left(new SessionRejection.Busy());
    }

    /** What appends an event; empty if the chain has fewer events. */
    public Optional<LedgerAppend> prepare(ConsentEvent event, int position) {
        return findPreviousHash(event.consent(), position)
                .map(previousHash -> new LedgerAppend(NewLedgerEntry.of(event, position, previousHash)));
    }

    /** Caches the head of a chain, once it is stored. */
    public void remember(LedgerAppend stored) {
        NewLedgerEntry entry = stored.entry();
        chainHeads.remember(entry.event().consent(), entry.position(), entry.hash());
    }

    /** Reads the head of that chain again before the next append. */
    public void forget(ConsentId consent) {
        chainHeads.forget(consent);
    }

    private boolean tryAppend(ConsentEvent event, int position) {
        Optional<LedgerAppend> append = prepare(event, position)
                .filter(prepared -> database.executeAll(prepared.updates()).isEmpty());
        append.ifPresent(this::remember);
        return append.isPresent();
    }

    private Optional<String> findPreviousHash(ConsentId consent, int position) {
        return position == 0
                ? Optional.of(ConsentHashChain.genesisHash(consent))
                : chainHeads
                        .hashAt(consent, position - 1)
                        .or(() -> database.read(handle -> LedgerDao.findHash(handle, consent, position - 1)));
    }
}
