package dev.kycport.adapter.jdbc.internal.database.postgres;

import dev.kycport.adapter.jdbc.internal.database.DatabaseErrorTranslator;
import dev.kycport.adapter.jdbc.internal.database.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * The privileges of the application's user on PostgreSQL: as few as it needs. It can add to the ledger, but neither change nor
 * delete entries.
 */
final class TableGrants {

    private static final Map<String, List<String>> TABLES = tables();
    private static final List<String> ALL_PRIVILEGES = List.of("SELECT", "INSERT", "UPDATE", "DELETE", "TRUNCATE");

    // Without it, nodes that start at the same time would fail with concurrent updates of the catalogue.
    private static final long ADVISORY_LOCK = 0x6b7963706f7274L;

    private TableGrants() {}

    /** Grants the user what it needs, and revokes the rest. */
    static void grant(Jdbi owner, String user) {
        DatabaseErrorTranslator.translate(() -> owner.inTransaction(handle -> {
            handle.execute("SELECT pg_advisory_xact_lock(?)", ADVISORY_LOCK);
            boolean missing = !hasExpectedPrivileges(handle, user);
            if (missing) {
                grant(handle, quoteIdentifier(user));
            }
            return missing;
        }));
    }

    private static void grant(Handle handle, String user) {
        String schema = handle.createQuery("SELECT current_schema()")
                .mapTo(String.class)
                .one();
        handle.execute("GRANT USAGE ON SCHEMA " + quoteIdentifier(schema) + " TO " + user);
        TABLES.forEach((table, privileges) -> {
            handle.execute("REVOKE ALL ON " + table + " FROM " + user);
            handle.execute("GRANT " + String.join(", ", privileges) + " ON " + table + " TO " + user);
        });
    }

    private static boolean hasExpectedPrivileges(Handle handle, String user) {
        String conditions = TABLES.keySet().stream()
                .flatMap(table -> ALL_PRIVILEGES.stream().map(privilege -> condition(table, privilege)))
                .collect(Collectors.joining(" AND "));
        return handle.createQuery("SELECT has_schema_privilege(:user, current_schema(), 'USAGE') AND " + conditions)
                .bind("user", user)
                .mapTo(Boolean.class)
                .one();
    }

    private static String condition(String table, String privilege) {
        String has = "has_table_privilege(:user, '" + table + "', '" + privilege + "')";
        return TABLES.getOrDefault(table, List.of()).contains(privilege) ? has : "NOT " + has;
    }

    private static String quoteIdentifier(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }

    private static Map<String, List<String>> tables() {
        Map<String, List<String>> tables = new LinkedHashMap<>();
        tables.put("kyc_consent_event", List.of("SELECT", "INSERT"));
        tables.put("kyc_audit", List.of("SELECT", "INSERT", "DELETE"));
        tables.put("kyc_session", List.of("SELECT", "INSERT", "UPDATE", "DELETE"));
        tables.put("kyc_pending_code", List.of("SELECT", "INSERT", "UPDATE", "DELETE"));
        tables.put("kyc_record", List.of("SELECT", "INSERT", "UPDATE", "DELETE"));
        tables.put("kyc_hold", List.of("SELECT", "INSERT", "DELETE"));
        tables.put("kyc_purge", List.of("SELECT", "INSERT"));
        tables.put(Schema.HISTORY_TABLE, List.of("SELECT"));
        return tables;
    }
}
