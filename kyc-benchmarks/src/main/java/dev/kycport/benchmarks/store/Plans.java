package dev.kycport.benchmarks.store;

import dev.kycport.domain.SessionId;
import dev.kycport.endurance.TestDatabase;
import dev.kycport.ports.Stores;
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
 * The plans of everything that the stores ask. PostgreSQL writes each into its log as it is carried out, so no query can be
 * forgotten; SQLite is asked about the same queries.
 */
final class Plans {

    private static final String PLAN = "plan:";
    private static final String QUERY = "Query Text: ";

    private Plans() {}

    /** Of a PostgreSQL that was started with its log in that folder. */
    static Collection<Plan> onPostgres(
            TestDatabase database, DataSource source, Path folder, SessionId known, Instant oldest)
            throws SQLException, IOException {
        explainEverything(source, true);
        long before = Files.size(TestDatabase.log(folder));
        try (Stores stores = Opened.storesThatRememberCodes(database)) {
            new EveryQuery(stores).ask(known, oldest);
        }
        explainEverything(source, false);
        String log = Files.readString(TestDatabase.log(folder));
        return read(log.substring((int) before));
    }

    /** Of the same queries on SQLite. */
    static Collection<Plan> onSqlite(DataSource source, Collection<String> queries) throws SQLException {
        List<Plan> plans = new ArrayList<>();
        try (Connection connection = source.getConnection()) {
            for (String query : queries) {
                plans.add(plan(connection, query));
            }
        }
        return plans;
    }

    private static void explainEverything(DataSource source, boolean on) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("ALTER DATABASE postgres SET session_preload_libraries = 'auto_explain'");
            statement.execute("ALTER DATABASE postgres SET auto_explain.log_min_duration = " + (on ? 0 : -1));
        }
    }

    // An entry's further lines begin with a tab.
    private static Collection<Plan> read(String log) {
        Map<String, Plan> plans = new LinkedHashMap<>();
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

    private static void add(String entry, Map<String, Plan> plans) {
        int query = entry.indexOf(QUERY);
        if (entry.contains(PLAN) && query >= 0) {
            int end = entry.indexOf('\n', query);
            String text = entry.substring(query + QUERY.length(), end);
            if (text.contains(" kyc_") && !text.contains("kyc_schema_history")) {
                plans.putIfAbsent(text, new Plan(text, entry.substring(end + 1)));
            }
        }
    }

    private static Plan plan(Connection connection, String query) throws SQLException {
        StringBuilder how = new StringBuilder();
        String own = query.replaceAll("\\$(\\d+)", "?$1").replace(" FOR UPDATE SKIP LOCKED", "");
        try (PreparedStatement explain = connection.prepareStatement("EXPLAIN QUERY PLAN " + own);
                ResultSet lines = explain.executeQuery()) {
            while (lines.next()) {
                how.append(lines.getString("detail")).append('\n');
            }
        } catch (SQLException foreign) {
            // Only PostgreSQL knows that one.
            how.append(Plan.FOREIGN).append(": ").append(foreign.getMessage());
        }
        return new Plan(own, how.toString());
    }
}
