package dev.kycport.adapter.jdbc;

import dev.kycport.domain.consent.ConsentEvent;
import org.jdbi.v3.core.statement.SqlStatement;

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

    <S extends SqlStatement<S>> S bind(S statement) {
        return statement
                .bind("consent", Bound.text(event.consent().value()))
                .bind("position", Bound.number(position))
                .bind("subject", Bound.text(LedgerRows.subject(event)))
                .bind("at", Bound.number(Rows.micros(event.at())))
                .bind("kind", Bound.text(ConsentKind.of(event).code()))
                .bind("event", Bound.text(json))
                .bind("hash", Bound.text(hash));
    }
}
