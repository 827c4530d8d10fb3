package dev.kycport.adapter.jdbc;

import dev.kycport.domain.session.SessionState;
import dev.kycport.ports.AuditEntry;
import dev.kycport.ports.ConsentRegister.Break;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * Compares the ledger with the sessions and their trails. A chain by itself cannot tell that its last links were cut off, or that it
 * was taken away as a whole; what was done under it can, as long as the session is kept.
 */
final class SessionCheck {

    private static final int PAGE = 500;
    private static final Set<String> BEFORE_OR_WITHOUT_CONSENT =
            Set.of(SessionState.OPENED.code(), SessionState.ENDED.code());

    // A page of sessions, each with what its chain holds: one query, so chain and session are of the same moment.
    private static final String SELECT = "SELECT s.consent, s.id, s.state, s.taken_back, s.intents, "
            + ChainSummary.COLUMNS
            + " FROM (SELECT consent, id, state, withdrawn_at IS NOT NULL AS taken_back,"
            + " (SELECT COUNT(*) FROM kyc_audit a WHERE a.session = kyc_session.id AND a.kind = '"
            + AuditEntry.Kind.INTENT.code() + "') AS intents"
            + " FROM kyc_session WHERE (consent, id) > (:consent, :id) ORDER BY consent, id LIMIT " + PAGE + ") s"
            + " LEFT JOIN kyc_consent_event e ON e.consent = s.consent"
            + " GROUP BY s.consent, s.id, s.state, s.taken_back, s.intents ORDER BY s.consent, s.id";

    private final Database database;
    private String consent = "";
    private long intents;

    SessionCheck(Database database) {
        this.database = database;
    }

    /** The first chain that is shorter than what was done under it. */
    Optional<Break> firstBroken() {
        Row last = Row.NONE;
        List<Row> page;
        do {
            page = page(last);
            for (Row row : page) {
                Optional<Break> broken = look(row);
                if (broken.isPresent()) {
                    return broken;
                }
                last = row;
            }
        } while (page.size() == PAGE);
        return Optional.empty();
    }

    private Optional<Break> look(Row row) {
        if (!row.consent().equals(consent)) {
            consent = row.consent();
            intents = 0;
        }
        intents += row.intents();
        return wrong(row)
                .map(why -> new Break(consent, Math.toIntExact(row.chain().links()), why));
    }

    private Optional<String> wrong(Row row) {
        if (row.chain().links() == 0) {
            return Optional.of("the chain is missing, though a session was opened with it");
        }
        if (row.chain().given() == 0 && !BEFORE_OR_WITHOUT_CONSENT.contains(row.state())) {
            return Optional.of("the chain ends before the consent was given, though a session went on");
        }
        if (row.chain().used() < intents) {
            return Optional.of("the chain ends before calls that the audit trail knows of");
        }
        return row.takenBack() && row.chain().withdrawn() == 0
                ? Optional.of("the chain ends before the withdrawal that a session knows of")
                : Optional.empty();
    }

    private List<Row> page(Row after) {
        return database.read(handle -> page(handle, after));
    }

    private static List<Row> page(Handle handle, Row after) {
        return handle.createQuery(SELECT)
                .bind("consent", after.consent())
                .bind("id", after.id())
                .map((row, context) -> row(row))
                .list();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getString("consent"),
                row.getString("id"),
                row.getString("state"),
                row.getBoolean("taken_back"),
                row.getLong("intents"),
                ChainSummary.of(row));
    }

    /**
     * A session by what the ledger must know of it.
     *
     * @param takenBack whether its consent was withdrawn
     * @param intents how many calls were about to be made
     */
    private record Row(String consent, String id, String state, boolean takenBack, long intents, ChainSummary chain) {

        // Before every session.
        private static final Row NONE = new Row("", "", "", false, 0, new ChainSummary(0, 0, 0, 0));
    }
}
