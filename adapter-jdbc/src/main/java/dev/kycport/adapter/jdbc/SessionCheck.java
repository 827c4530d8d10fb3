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

    private static final String SELECT = "SELECT s.consent, s.id, s.state, s.withdrawn_at IS NOT NULL AS taken_back,"
            + " (SELECT COUNT(*) FROM kyc_audit a WHERE a.session = s.id AND a.kind = '" + AuditEntry.Kind.INTENT.code()
            + "') AS intents"
            + " FROM kyc_session s WHERE (s.consent, s.id) > (:consent, :id) ORDER BY s.consent, s.id LIMIT " + PAGE;

    private final Handle handle;
    private String consent = "";
    private ChainSummary chain = ChainSummary.NONE;
    private long intents;

    SessionCheck(Handle handle) {
        this.handle = handle;
    }

    /** The first chain that is shorter than what was done under it. */
    Optional<Break> firstBroken() {
        Row last = new Row("", "", "", false, 0);
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
            chain = ChainSummary.of(handle, consent);
            intents = 0;
        }
        intents += row.intents();
        return wrong(row).map(why -> new Break(consent, chain.links(), why));
    }

    private Optional<String> wrong(Row row) {
        if (chain.links() == 0) {
            return Optional.of("the chain is missing, though a session was opened with it");
        }
        if (chain.given() == 0 && !BEFORE_OR_WITHOUT_CONSENT.contains(row.state())) {
            return Optional.of("the chain ends before the consent was given, though a session went on");
        }
        if (chain.used() < intents) {
            return Optional.of("the chain ends before calls that the audit trail knows of");
        }
        return row.takenBack() && chain.withdrawn() == 0
                ? Optional.of("the chain ends before the withdrawal that a session knows of")
                : Optional.empty();
    }

    private List<Row> page(Row after) {
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
                row.getLong("intents"));
    }

    /**
     * A session by what the ledger must know of it.
     *
     * @param takenBack whether its consent was withdrawn
     * @param intents how many calls were about to be made
     */
    private record Row(String consent, String id, String state, boolean takenBack, long intents) {}
}
