package dev.kycport.adapter.jdbc.internal.consent;

import dev.kycport.adapter.jdbc.internal.json.ConsentEventType;
import java.sql.ResultSet;
import java.sql.SQLException;

/** How many entries a chain has, by type. */
record ChainSummary(long entries, long given, long used, long withdrawn) {

    /** The columns that a query over {@code kyc_consent_event e} must select. */
    static final String COLUMNS = "COUNT(e.kind) AS entries, " + count(ConsentEventType.GIVEN, "given") + ", "
            + count(ConsentEventType.USED, "used") + ", " + count(ConsentEventType.WITHDRAWN, "withdrawn");

    static ChainSummary of(ResultSet row) throws SQLException {
        return new ChainSummary(
                row.getLong("entries"), row.getLong("given"), row.getLong("used"), row.getLong("withdrawn"));
    }

    private static String count(ConsentEventType kind, String name) {
        return "COUNT(CASE WHEN e.kind = '" + kind.code() + "' THEN 1 END) AS " + name;
    }
}
