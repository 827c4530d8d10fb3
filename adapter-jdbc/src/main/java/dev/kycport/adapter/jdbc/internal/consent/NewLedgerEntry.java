package dev.kycport.adapter.jdbc.internal.consent;

import dev.kycport.adapter.jdbc.internal.database.RowSupport;
import dev.kycport.adapter.jdbc.internal.database.StatementBinder;
import dev.kycport.adapter.jdbc.internal.json.StoredConsentEventJson;
import dev.kycport.domain.consent.ConsentEvent;
import java.sql.SQLException;

/**
 * A ledger entry that is ready to be stored.
 *
 * @param previousHash the hash of the previous entry
 */
record NewLedgerEntry(ConsentEvent event, int position, String previousHash, String json, String hash) {

    static NewLedgerEntry of(ConsentEvent event, int position, String before) {
        String json = StoredConsentEventJson.write(event);
        return new NewLedgerEntry(
                event,
                position,
                before,
                json,
                ConsentHashChain.nextHash(before, event.consent().value(), position, json));
    }

    boolean isFirst() {
        return position == 0;
    }

    /** Binds consent, position, subject, time, kind, event and hash. */
    StatementBinder bind(StatementBinder binder) throws SQLException {
        return binder.text(event.consent().value())
                .number(position)
                .text(LedgerDao.subjectOf(event))
                .number(RowSupport.toMicros(event.at()))
                .text(event.code())
                .text(json)
                .text(hash);
    }
}
