package dev.kycport.adapter.jdbc.internal.consent;

import dev.kycport.adapter.jdbc.internal.database.JdbcUpdate;
import dev.kycport.adapter.jdbc.internal.database.RowSupport;
import dev.kycport.adapter.jdbc.internal.json.StoredConsentEventJson;
import dev.kycport.domain.consent.ConsentEvent;
import dev.kycport.domain.consent.ConsentId;
import dev.kycport.domain.consent.SubjectRef;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** SQL of the consent ledger, with one row for each entry of a chain. Rows are only inserted. */
final class LedgerDao {

    private static final String INSERT =
            "INSERT INTO kyc_consent_event (consent, position, subject, at, kind, event, hash)"
                    + " SELECT ?, ?, ?, ?, ?, ?, ? WHERE %s"
                    + " ON CONFLICT (consent, position) DO NOTHING";

    private static final String INSERT_FIRST = INSERT.formatted("true");

    // The statement checks the previous entry itself, so an outdated hash from the cache does no harm.
    private static final String INSERT_NEXT = INSERT.formatted(
            "EXISTS (SELECT 1 FROM kyc_consent_event WHERE consent = ? AND position = ? AND hash = ?)");

    private LedgerDao() {}

    /** The entries of a consent, in order. */
    static List<StoredEvent> findChain(Handle handle, ConsentId consent) {
        return handle.createQuery(
                        "SELECT event, hash FROM kyc_consent_event WHERE consent = :consent ORDER BY position")
                .bind("consent", consent.value())
                .map((row, context) ->
                        new StoredEvent(readEvent(consent, row.getString("event")), row.getString("hash")))
                .list();
    }

    /** The hash of the entry at that position. */
    static Optional<String> findHash(Handle handle, ConsentId consent, int position) {
        return handle.createQuery(
                        "SELECT hash FROM kyc_consent_event WHERE consent = :consent AND position = :position")
                .bind("consent", consent.value())
                .bind("position", position)
                .mapTo(String.class)
                .findOne();
    }

    /** Inserts the entry, unless the position is taken or the previous entry is another. */
    static JdbcUpdate insert(NewLedgerEntry row) {
        return row.isFirst()
                ? JdbcUpdate.required(INSERT_FIRST, row::bind)
                : JdbcUpdate.required(
                        INSERT_NEXT,
                        binder -> row.bind(binder)
                                .text(row.event().consent().value())
                                .number(row.position() - 1)
                                .text(row.previousHash()));
    }

    /** The consents that the subject was asked for, oldest first. */
    static List<ConsentId> findConsents(Handle handle, SubjectRef subject) {
        return handle.createQuery("SELECT consent FROM kyc_consent_event WHERE subject = :subject AND position = 0"
                        + " ORDER BY at, consent")
                .bind("subject", subject.value())
                .mapTo(String.class)
                .map(id -> RowSupport.readRow("a consent", () -> new ConsentId(id)))
                .list();
    }

    /** The subject, in the first event of a consent. */
    static Optional<String> subjectOf(ConsentEvent event) {
        return event instanceof ConsentEvent.WasAsked asked
                ? Optional.of(asked.terms().subject().value())
                : Optional.empty();
    }

    private static ConsentEvent readEvent(ConsentId consent, String json) {
        return RowSupport.readRow("an event of consent " + consent, () -> StoredConsentEventJson.read(json));
    }

    /** An event with its hash. */
    record StoredEvent(ConsentEvent event, String hash) {}
}
