package dev.kycport.adapter.jdbc.internal.consent;

import dev.kycport.adapter.jdbc.internal.database.Database;
import dev.kycport.adapter.jdbc.internal.session.SessionDao;
import dev.kycport.domain.consent.ConsentEvent;
import dev.kycport.domain.consent.ConsentId;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.failure.SessionRejection;
import dev.kycport.ports.store.ConsentLedger;
import io.vavr.control.Either;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

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
        return tryAppend(event, position) ? Either.right(event) : Either.left(new SessionRejection.Busy());
    }

    private boolean tryAppend(ConsentEvent event, int position) {
        if (position == 0) {
            return tryAppend(NewLedgerEntry.of(event, position, ConsentHashChain.genesisHash(event.consent())));
        }
        ConsentId consent = event.consent();
        Optional<String> remembered = chainHeads.hashAt(consent, position - 1);
        if (remembered.isPresent() && tryAppend(NewLedgerEntry.of(event, position, remembered.get()))) {
            return true;
        }
        // The cached hash may be newer than a database that was restored from a backup.
        chainHeads.forget(consent);
        return database.read(handle -> LedgerDao.findHash(handle, consent, position - 1))
                .filter(previousHash -> tryAppend(NewLedgerEntry.of(event, position, previousHash)))
                .isPresent();
    }

    private boolean tryAppend(NewLedgerEntry row) {
        boolean added = row.event() instanceof ConsentEvent.WasWithdrawn withdrawn
                ? database.write(handle -> appendWithdrawal(handle, withdrawn, row))
                : database.execute(LedgerDao.insert(row));
        if (added) {
            chainHeads.remember(row.event().consent(), row.position(), row.hash());
        }
        return added;
    }

    // From this instant on, the reconciliation finds every session of the consent.
    private static boolean appendWithdrawal(Handle handle, ConsentEvent.WasWithdrawn withdrawn, NewLedgerEntry row)
            throws SQLException {
        boolean added = LedgerDao.insert(row).execute(handle.getConnection()) == 1;
        if (added) {
            SessionDao.markWithdrawn(handle, withdrawn.consent(), withdrawn.at());
        }
        return added;
    }
}
