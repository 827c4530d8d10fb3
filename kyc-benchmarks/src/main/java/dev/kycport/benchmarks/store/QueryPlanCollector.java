package dev.kycport.benchmarks.store;

import dev.kycport.domain.SessionId;
import dev.kycport.endurance.system.TestDatabase;
import dev.kycport.ports.store.Stores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/**
 * Collects the plans of all statements of the stores. PostgreSQL logs each plan as it runs the statement, so none is missed;
 * SQLite explains the same statements.
 */
final class QueryPlanCollector {

    private static final String PLAN = "plan:";
    private static final String QUERY = "Query Text: ";

    private QueryPlanCollector() {}

    /** The plans of a PostgreSQL server that logs to that folder. */
    static Collection<QueryPlan> collectOnPostgres(
            TestDatabase database, DataSource source, Path folder, SessionId known, Instant oldest)
            throws SQLException, IOException {
        setAutoExplain(source, true);
        long before = Files.size(TestDatabase.logFile(folder));
        try (Stores stores = BenchmarkStores.openWithPendingCodes(database)) {
            new QueryInventory(stores).runAll(known, oldest);
        }
        setAutoExplain(source, false);
        String log = Files.readString(TestDatabase.logFile(folder));
        return parse(log.substring((int) before));
    }

    /** The plans of the same queries on SQLite. */
    static Collection<QueryPlan> collectOnSqlite(DataSource source, Collection<String> queries) throws SQLException {
        List<QueryPlan> plans = new ArrayList<>();
        try (Connection connection = source.getConnection()) {
            for (String query : queries) {
                plans.add(explain(connection, query));
            }
        }
        return plans;
    }

    private static void setAutoExplain(DataSource source, boolean on) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("ALTER DATABASE postgres SET session_preload_libraries = 'auto_explain'");
            statement.execute("ALTER DATABASE postgres SET auto_explain.log_min_duration = " + (on ? 0 : -1));
        }
    }

    // Continuation lines of a log entry begin with a tab.
    private static Collection<QueryPlan> parse(String log) {
        Map<String, QueryPlan> plans = new LinkedHashMap<>();
        StringBuilder entry = new StringBuilder();
        for (String line : log.split("\n", -1)) {
            if (line.startsWith("\t")) {
                entry.append(line.strip()).append('\n');
            } else {
                add(entry.toString(), plans);
                entry.setLength(0);
                entry.append(line).append('\n');
            }
        }
        add(entry.toString(), plans);
        return plans.values();
    }

    private static void add(String entry, Map<String, QueryPlan> plans) {
        int query = entry.indexOf(QUERY);
        if (entry.contains(PLAN) && query >= 0) {
            int end = entry.indexOf('\n', query);
            String text = entry.substring(query + QUERY.length(), end);
            if (text.contains(" kyc_") && !text.contains("kyc_schema_history")) {
                plans.putIfAbsent(text, new QueryPlan(text, entry.substring(end + 1)));
            }
        }
    }

    private static QueryPlan explain(Connection connection, String query) throws SQLException {
        StringBuilder plan = new StringBuilder();
        String sqliteQuery = query.replaceAll("\\$(\\d+)", "?$1").replace(" FOR UPDATE SKIP LOCKED", "");
        try (PreparedStatement explain = connection.prepareStatement("EXPLAIN QUERY PLAN " + sqliteQuery);
                ResultSet lines = explain.executeQuery()) {
            while (lines.next()) {
                plan.append(lines.getString("detail")).append('\n');
            }
        } catch (SQLException notApplicable) {
            // The statement exists on PostgreSQL only.
            plan.append(QueryPlan.NOT_APPLICABLE).append(": ").append(notApplicable.getMessage());
        }
        return new QueryPlan(sqliteQuery, plan.toString());
    }
}
