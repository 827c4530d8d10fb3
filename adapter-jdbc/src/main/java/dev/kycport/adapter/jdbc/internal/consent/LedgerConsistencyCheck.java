package dev.kycport.adapter.jdbc.internal.consent;

import dev.kycport.adapter.jdbc.internal.database.Database;
import dev.kycport.domain.session.SessionState;
import dev.kycport.ports.store.AuditEntry;
import dev.kycport.ports.store.ConsentLedgerReader.ChainBreak;
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
public final class LedgerConsistencyCheck {

    private static final int PAGE_SIZE = 500;
    private static final Set<String> STATES_WITHOUT_CONSENT =
            Set.of(SessionState.OPENED.code(), SessionState.ENDED.code());

    // A page of sessions, each with what its chain holds: one query, so chain and session are of the same moment.
    private static final String SELECT = "SELECT s.consent, s.id, s.state, s.taken_back, s.intents, "
            + ChainSummary.COLUMNS
            + " FROM (SELECT consent, id, state, withdrawn_at IS NOT NULL AS taken_back,"
            + " (SELECT COUNT(*) FROM kyc_audit a WHERE a.session = kyc_session.id AND a.kind = '"
            + AuditEntry.Kind.INTENT.code() + "') AS intents"
            + " FROM kyc_session WHERE (consent, id) > (:consent, :id) ORDER BY consent, id LIMIT " + PAGE_SIZE + ") s"
            + " LEFT JOIN kyc_consent_event e ON e.consent = s.consent"
            + " GROUP BY s.consent, s.id, s.state, s.taken_back, s.intents ORDER BY s.consent, s.id";

    private final Database database;
    private String consent = "";
    private long intents;

    public LedgerConsistencyCheck(Database database) {
        this.database = database;
    }

    /** The first chain that is shorter than what was done under it. */
    public Optional<ChainBreak> firstBroken() {
        SessionSummary last = SessionSummary.START;
        List<SessionSummary> page;
        do {
            page = page(last);
            for (SessionSummary sessionSummary : page) {
                Optional<ChainBreak> broken = check(sessionSummary);
                if (broken.isPresent()) {
                    return broken;
                }
                last = sessionSummary;
            }
        } while (page.size() == PAGE_SIZE);
        return Optional.empty();
    }

    private Optional<ChainBreak> check(SessionSummary sessionSummary) {
        if (!sessionSummary.consent().equals(consent)) {
            consent = sessionSummary.consent();
            intents = 0;
        }
        intents += sessionSummary.intents();
        return findProblem(sessionSummary)
                .map(why -> new ChainBreak(
                        consent, Math.toIntExact(sessionSummary.chain().links()), why));
    }

    private Optional<String> findProblem(SessionSummary sessionSummary) {
        if (sessionSummary.chain().links() == 0) {
            return Optional.of("the chain is missing, though a session was opened with it");
        }
        if (sessionSummary.chain().given() == 0 && !STATES_WITHOUT_CONSENT.contains(sessionSummary.state())) {
            return Optional.of("the chain ends before the consent was given, though a session went on");
        }
        if (sessionSummary.chain().used() < intents) {
            return Optional.of("the chain ends before calls that the audit trail knows of");
        }
        return sessionSummary.withdrawn() && sessionSummary.chain().withdrawn() == 0
                ? Optional.of("the chain ends before the withdrawal that a session knows of")
                : Optional.empty();
    }

    private List<SessionSummary> page(SessionSummary after) {
        return database.read(handle -> page(handle, after));
    }

    private static List<SessionSummary> page(Handle handle, SessionSummary after) {
        return handle.createQuery(SELECT)
                .bind("consent", after.consent())
                .bind("id", after.id())
                .map((row, context) -> row(row))
                .list();
    }

    private static SessionSummary row(ResultSet row) throws SQLException {
        return new SessionSummary(
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
     * @param withdrawn whether its consent was withdrawn
     * @param intents how many calls were about to be made
     */
    private record SessionSummary(
            String consent, String id, String state, boolean withdrawn, long intents, ChainSummary chain) {

        // Before every session.
        private static final SessionSummary START =
                new SessionSummary("", "", "", false, 0, new ChainSummary(0, 0, 0, 0));
    }
}
