package dev.kycport.adapter.jdbc;

import dev.kycport.domain.consent.ConsentEvent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/**
 * A link of the ledger as it stands in its row, true or not.
 *
 * @param subject who was asked; in the first link only
 */
record StoredLink(
        String consent, int position, Optional<String> subject, long at, String kind, String event, String hash) {

    /** How many links are in memory at once. */
    static final int PAGE = 500;

    // Before every link.
    private static final StoredLink NONE = new StoredLink("", -1, Optional.empty(), 0, "", "", "");

    // Page by page by its key rather than as one long result: so no read takes long, however large the ledger is.
    private static final String SELECT =
            "SELECT consent, position, subject, at, kind, event, hash FROM kyc_consent_event"
                    + " WHERE (consent, position) > (:consent, :position) ORDER BY consent, position LIMIT " + PAGE;

    /** Shows all links, chain by chain and in order. */
    static void each(Database database, Consumer<StoredLink> reader) {
        Optional<StoredLink> last = Optional.of(NONE);
        while (last.isPresent()) {
            StoredLink after = last.get();
            List<StoredLink> page = database.read(handle -> page(handle, after));
            page.forEach(reader);
            last = page.size() < PAGE ? Optional.empty() : Optional.of(page.get(PAGE - 1));
        }
    }

    /** What it says happened. */
    ConsentEvent read() {
        return Rows.reading("link " + position + " of consent " + consent, () -> ConsentJson.read(event));
    }

    /** Whether what it is found by says the same as the event that was read from it. */
    boolean agrees(ConsentEvent told) {
        return told.consent().value().equals(consent)
                && Rows.micros(told.at()) == at
                && told.code().equals(kind)
                && LedgerRows.subject(told).equals(subject);
    }

    private static List<StoredLink> page(Handle handle, StoredLink after) {
        return handle.createQuery(SELECT)
                .bind("consent", after.consent())
                .bind("position", after.position())
                .map((row, context) -> of(row))
                .list();
    }

    private static StoredLink of(ResultSet row) throws SQLException {
        return new StoredLink(
                row.getString("consent"),
                row.getInt("position"),
                Optional.ofNullable(row.getString("subject")),
                row.getLong("at"),
                row.getString("kind"),
                row.getString("event"),
                row.getString("hash"));
    }
}
