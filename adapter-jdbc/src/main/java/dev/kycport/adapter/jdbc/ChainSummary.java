package dev.kycport.adapter.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;

/** How many links a chain has, and of which kinds. */
record ChainSummary(long links, long given, long used, long withdrawn) {

    /** What a query over {@code kyc_consent_event e} selects to have it. */
    static final String COLUMNS = "COUNT(e.kind) AS links, " + count(ConsentKind.GIVEN, "given") + ", "
            + count(ConsentKind.USED, "used") + ", " + count(ConsentKind.WITHDRAWN, "withdrawn");

    static ChainSummary of(ResultSet row) throws SQLException {
        return new ChainSummary(
                row.getLong("links"), row.getLong("given"), row.getLong("used"), row.getLong("withdrawn"));
    }

    private static String count(ConsentKind kind, String name) {
        return "COUNT(CASE WHEN e.kind = '" + kind.code() + "' THEN 1 END) AS " + name;
    }
}
