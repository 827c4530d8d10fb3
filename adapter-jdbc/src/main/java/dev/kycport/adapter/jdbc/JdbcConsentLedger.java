package dev.kycport.adapter.jdbc;

import dev.kycport.domain.consent.ConsentEvent;
import dev.kycport.domain.consent.ConsentId;
import dev.kycport.domain.failure.SessionRejection;
import dev.kycport.ports.ConsentLedger;
import io.vavr.control.Either;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Consents in {@code kyc_consent_event}, of which nothing here ever changes or deletes a row. */
final class JdbcConsentLedger implements ConsentLedger {

    private final Database database;
    private final Tails tails = new Tails();

    JdbcConsentLedger(Database database) {
        this.database = database;
    }

    @Override
    public List<ConsentEvent> events(ConsentId consent) {
        List<LedgerRows.Kept> chain = database.read(handle -> LedgerRows.chain(handle, consent));
        if (!chain.isEmpty()) {
            int last = chain.size() - 1;
            tails.remember(consent, last, chain.get(last).hash());
        }
        return chain.stream().map(LedgerRows.Kept::event).toList();
    }

    @Override
    public Either<SessionRejection.Busy, ConsentEvent> append(ConsentEvent event, int position) {
        return isAdded(event, position) ? Either.right(event) : Either.left(new SessionRejection.Busy());
    }

    private boolean isAdded(ConsentEvent event, int position) {
        if (position == 0) {
            return isAdded(LedgerRow.of(event, position, Chain.start(event.consent())));
        }
        ConsentId consent = event.consent();
        Optional<String> remembered = tails.hash(consent, position - 1);
        if (remembered.isPresent() && isAdded(LedgerRow.of(event, position, remembered.get()))) {
            return true;
        }
        // What is remembered may be of a database that was put back to an earlier day.
        tails.forget(consent);
        return database.read(handle -> LedgerRows.hash(handle, consent, position - 1))
                .filter(before -> isAdded(LedgerRow.of(event, position, before)))
                .isPresent();
    }

    private boolean isAdded(LedgerRow row) {
        boolean added = row.event() instanceof ConsentEvent.WasWithdrawn withdrawn
                ? database.write(handle -> withdraw(handle, withdrawn, row))
                : database.make(LedgerRows.inserting(row));
        if (added) {
            tails.remember(row.event().consent(), row.position(), row.hash());
        }
        return added;
    }

    // From the same instant on, settling sees every session under the consent.
    private static boolean withdraw(Handle handle, ConsentEvent.WasWithdrawn withdrawn, LedgerRow row)
            throws SQLException {
        boolean added = LedgerRows.inserting(row).on(handle.getConnection()) == 1;
        if (added) {
            SessionRows.withdraw(handle, withdrawn.consent(), withdrawn.at());
        }
        return added;
    }
}
