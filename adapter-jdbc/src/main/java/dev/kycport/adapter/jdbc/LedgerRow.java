package dev.kycport.adapter.jdbc;

import dev.kycport.domain.consent.ConsentEvent;
import java.sql.SQLException;

/**
 * A link ready to be stored.
 *
 * @param before the hash of the link before it
 */
record LedgerRow(ConsentEvent event, int position, String before, String json, String hash) {

    static LedgerRow of(ConsentEvent event, int position, String before) {
        String json = ConsentJson.write(event);
        return new LedgerRow(
                event,
                position,
                before,
                json,
                Chain.next(before, event.consent().value(), position, json));
    }

    boolean isFirst() {
        return position == 0;
    }

    /** Consent, position, subject, time, kind, event and hash. */
    Values bind(Values values) throws SQLException {
        return values.text(event.consent().value())
                .number(position)
                .text(LedgerRows.subject(event))
                .number(Rows.micros(event.at()))
                .text(event.code())
                .text(json)
                .text(hash);
    }
}
