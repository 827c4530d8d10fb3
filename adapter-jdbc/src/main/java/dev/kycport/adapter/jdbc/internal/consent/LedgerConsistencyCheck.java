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
 * Compares the ledger with the sessions and their audit trails. A hash chain cannot show that its last entries or the whole chain
 * were removed. The steps of a session that is still stored can.
 */
public final class LedgerConsistencyCheck {

    private static final int PAGE_SIZE = 500;
    private static final Set<String> STATES_WITHOUT_CONSENT =
            Set.of(SessionState.OPENED.code(), SessionState.ENDED.code());

    // One query for sessions and chains, so that both are of the same snapshot.
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

    /** The first chain that lacks entries for the steps of its sessions. */
    public Optional<ChainBreak> firstBroken() {
        SessionSummary last = SessionSummary.START;
        List<SessionSummary> page;
        do {
            page = page(last);
            for (SessionSummary session : page) {
                Optional<ChainBreak> broken = check(session);
                if (broken.isPresent()) {
                    return broken;
                }
                last = session;
            }
        } while (page.size() == PAGE_SIZE);
        return Optional.empty();
    }

    private Optional<ChainBreak> check(SessionSummary session) {
        if (!session.consent().equals(consent)) {
            consent = session.consent();
            intents = 0;
        }
        intents += session.intents();
        return findProblem(session)
                .map(why ->
                        new ChainBreak(consent, Math.toIntExact(session.chain().entries()), why));
    }

    private Optional<String> findProblem(SessionSummary session) {
        if (session.chain().entries() == 0) {
            return Optional.of("the chain is missing, though a session was opened with it");
        }
        if (session.chain().given() == 0 && !STATES_WITHOUT_CONSENT.contains(session.state())) {
            return Optional.of("the chain ends before the consent was given, though a session went on");
        }
        if (session.chain().used() < intents) {
            return Optional.of("the chain ends before calls that the audit trail knows of");
        }
        return session.withdrawn() && session.chain().withdrawn() == 0
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
     * What the ledger must know of a session.
     *
     * @param withdrawn whether its consent was withdrawn
     * @param intents the number of intended provider calls
     */
    private record SessionSummary(
            String consent, String id, String state, boolean withdrawn, long intents, ChainSummary chain) {

        // Sorts before every session.
        private static final SessionSummary START =
                new SessionSummary("", "", "", false, 0, new ChainSummary(0, 0, 0, 0));
    }
}
