package dev.kycport.adapter.jdbc.internal.consent;

import dev.kycport.adapter.jdbc.internal.database.Database;
import dev.kycport.adapter.jdbc.internal.database.RowSupport;
import dev.kycport.adapter.jdbc.internal.json.StoredConsentEventJson;
import dev.kycport.domain.consent.ConsentEvent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/**
 * An entry of the ledger as it is stored, whether valid or not.
 *
 * @param subject only in the first entry
 */
record LedgerEntry(
        String consent, int position, Optional<String> subject, long at, String kind, String event, String hash) {

    /** How many entries are in memory at once. */
    static final int PAGE_SIZE = 500;

    // Sorts before every entry.
    private static final LedgerEntry START = new LedgerEntry("", -1, Optional.empty(), 0, "", "", "");

    // Pages by key: no read takes long, however large the ledger is.
    private static final String SELECT =
            "SELECT consent, position, subject, at, kind, event, hash FROM kyc_consent_event"
                    + " WHERE (consent, position) > (:consent, :position) ORDER BY consent, position LIMIT "
                    + PAGE_SIZE;

    /** Passes all entries to the reader, chain by chain and in order. */
    static void forEach(Database database, Consumer<LedgerEntry> reader) {
        Optional<LedgerEntry> last = Optional.of(START);
        while (last.isPresent()) {
            LedgerEntry after = last.get();
            List<LedgerEntry> page = database.read(handle -> page(handle, after));
            page.forEach(reader);
            last = page.size() < PAGE_SIZE ? Optional.empty() : Optional.of(page.get(PAGE_SIZE - 1));
        }
    }

    /** Parses the event. */
    ConsentEvent read() {
        return RowSupport.readRow(
                "link " + position + " of consent " + consent, () -> StoredConsentEventJson.read(event));
    }

    /** Whether the columns agree with the parsed event. */
    boolean matchesColumns(ConsentEvent parsed) {
        return parsed.consent().value().equals(consent)
                && RowSupport.toMicros(parsed.at()) == at
                && parsed.code().equals(kind)
                && LedgerDao.subjectOf(parsed).equals(subject);
    }

    private static List<LedgerEntry> page(Handle handle, LedgerEntry after) {
        return handle.createQuery(SELECT)
                .bind("consent", after.consent())
                .bind("position", after.position())
                .map((row, context) -> of(row))
                .list();
    }

    private static LedgerEntry of(ResultSet row) throws SQLException {
        return new LedgerEntry(
                row.getString("consent"),
                row.getInt("position"),
                Optional.ofNullable(row.getString("subject")),
                row.getLong("at"),
                row.getString("kind"),
                row.getString("event"),
                row.getString("hash"));
    }
}
