package dev.kycport.adapter.jdbc.internal.consent;

import dev.kycport.adapter.jdbc.internal.json.ConsentEventType;
import java.sql.ResultSet;
import java.sql.SQLException;

/** How many links a chain has, and of which kinds. */
record ChainSummary(long links, long given, long used, long withdrawn) {

    /** What a query over {@code kyc_consent_event e} selects to have it. */
    static final String COLUMNS = "COUNT(e.kind) AS links, " + count(ConsentEventType.GIVEN, "given") + ", "
            + count(ConsentEventType.USED, "used") + ", " + count(ConsentEventType.WITHDRAWN, "withdrawn");

    static ChainSummary of(ResultSet row) throws SQLException {
        return new ChainSummary(
                row.getLong("links"), row.getLong("given"), row.getLong("used"), row.getLong("withdrawn"));
    }

    private static String count(ConsentEventType kind, String name) {
        return "COUNT(CASE WHEN e.kind = '" + kind.code() + "' THEN 1 END) AS " + name;
    }
}
