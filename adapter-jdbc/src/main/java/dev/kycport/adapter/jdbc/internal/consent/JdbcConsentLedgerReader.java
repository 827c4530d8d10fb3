package dev.kycport.adapter.jdbc.internal.consent;

import dev.kycport.adapter.jdbc.internal.database.Database;
import dev.kycport.adapter.jdbc.internal.session.SessionDao;
import dev.kycport.domain.SessionId;
import dev.kycport.domain.consent.ConsentId;
import dev.kycport.domain.consent.SubjectRef;
import dev.kycport.ports.store.ConsentLedgerReader;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reads the ledger page by page. A page is a snapshot of its own, which is enough because chains only grow at their end. No read
 * is long enough to block others.
 */
public final class JdbcConsentLedgerReader implements ConsentLedgerReader {

    private final Database database;

    public JdbcConsentLedgerReader(Database database) {
        this.database = database;
    }

    @Override
    public List<ConsentId> findConsents(SubjectRef subject) {
        return database.read(handle -> LedgerDao.findConsents(handle, subject));
    }

    @Override
    public List<SessionId> findSessions(ConsentId consent) {
        return database.read(handle -> SessionDao.findByConsent(handle, consent));
    }

    @Override
    public void readAll(Consumer<Entry> reader) {
        LedgerEntry.forEach(database, link -> reader.accept(new Entry(link.read(), link.position(), link.hash())));
    }

    @Override
    public ChainVerification verifyChains() {
        HashChainVerifier chains = new HashChainVerifier();
        LedgerEntry.forEach(database, chains::check);
        return new ChainVerification(
                chains.consents(),
                chains.entries(),
                chains.broken().or(() -> new LedgerConsistencyCheck(database).firstBroken()));
    }
}
