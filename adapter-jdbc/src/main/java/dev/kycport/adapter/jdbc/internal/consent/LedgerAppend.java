package dev.kycport.adapter.jdbc.internal.consent;

import dev.kycport.adapter.jdbc.internal.database.JdbcUpdate;
import dev.kycport.adapter.jdbc.internal.session.SessionDao;
import dev.kycport.domain.consent.ConsentEvent;
import java.util.List;

/** A ledger entry that is ready to be stored, with what is stored in the same transaction. */
public record LedgerAppend(NewLedgerEntry entry) {

    /** The statements, the entry first. From a withdrawal on, the reconciliation finds every session of the consent. */
    public List<JdbcUpdate> updates() {
        JdbcUpdate insert = LedgerDao.insert(entry);
        return entry.event() instanceof ConsentEvent.WasWithdrawn withdrawn
                ? List.of(insert, SessionDao.markWithdrawn(withdrawn.consent(), withdrawn.at()))
                : List.of(insert);
    }
}
