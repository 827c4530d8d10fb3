package dev.kycport.adapter.jdbc;

import static java.util.stream.Collectors.toSet;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;

/** Every statement that went to a database, with what was bound to it, and how the database goes about it. */
final class Plans implements SqlLogger {

    private static final Set<String> GROWING =
            Set.of("kyc_session", "kyc_audit", "kyc_consent_event", "kyc_pending_code");
    // They hold what is live or of a day, however many sessions there are: to read all of one costs nothing that grows.
    private static final Pattern SMALL = Pattern.compile("\\b(kyc_session_due|kyc_session_sealed)\\b");
    private static final Pattern ALIAS = Pattern.compile("(kyc_\\w+) ([a-z])\\b");
    private static final Pattern SCAN_ON_SQLITE = Pattern.compile("SCAN (\\w+)");
    private static final Pattern SCAN_ON_POSTGRES =
            Pattern.compile("(Seq Scan|Index Scan|Index Only Scan)[\\w ]* on (\\w+)");

    private final Map<String, Map<String, Argument>> statements = new LinkedHashMap<>();
    private final Map<String, Change> changes = new LinkedHashMap<>();

    // Jdbi will have another way to see what was bound, and has none yet.
    @Override
    @SuppressWarnings("removal")
    public void logBeforeExecution(StatementContext context) {
        Map<String, Argument> bound = new HashMap<>();
        context.getBinding()
                .getNames()
                .forEach(name -> context.getBinding()
                        .findForName(name, context)
                        .ifPresent(argument -> bound.put(name, argument)));
        if (!context.getRenderedSql().startsWith("LOCK")) {
            statements.putIfAbsent(context.getRenderedSql(), bound);
        }
    }

    /** Remembers a statement in plain JDBC. */
    void see(Change change) {
        changes.putIfAbsent(change.sql(), change);
    }

    /** What was seen. */
    Set<String> statements() {
        return Stream.concat(statements.keySet().stream(), changes.keySet().stream())
                .collect(toSet());
    }

    /** Those that read a table that grows from one end to the other, each with the plan. */
    List<String> readingAll(Database database) {
        Stream<String> ofJdbi =
                Map.copyOf(statements).entrySet().stream().map(one -> readsAll(database, one.getKey(), one.getValue()));
        Stream<String> ofChanges = List.copyOf(changes.values()).stream().map(one -> readsAll(database, one));
        return Stream.concat(ofJdbi, ofChanges)
                .filter(found -> !found.isEmpty())
                .toList();
    }

    private static String readsAll(Database database, Change change) {
        return found(database, change.sql(), database.write(handle -> plan(handle, explain(database), change)));
    }

    /** The plan if that statement reads such a table; otherwise nothing. */
    static String readsAll(Database database, String sql, Map<String, Argument> bound) {
        return found(database, sql, database.write(handle -> plan(handle, explain(database), sql, bound)));
    }

    private static String explain(Database database) {
        return database.dialect() == Dialect.SQLITE ? "EXPLAIN QUERY PLAN " : "EXPLAIN ";
    }

    private static String found(Database database, String sql, List<String> plan) {
        boolean all = database.dialect() == Dialect.SQLITE
                ? plan.stream().anyMatch(line -> scansOnSqlite(line, sql))
                : IntStream.range(0, plan.size()).anyMatch(at -> scansOnPostgres(plan, at));
        return all ? sql + "\n" + String.join("\n", plan) : "";
    }

    private static List<String> plan(Handle handle, String explain, String sql, Map<String, Argument> bound) {
        Query query = handle.createQuery(explain + sql);
        bound.forEach(query::bind);
        return query.map((row, context) -> row.getString(row.getMetaData().getColumnCount()))
                .list();
    }

    private static List<String> plan(Handle handle, String explain, Change change) throws SQLException {
        List<String> plan = new ArrayList<>();
        try (PreparedStatement statement = handle.getConnection().prepareStatement(explain + change.sql())) {
            change.values().into(new Values(statement));
            ResultSet row = statement.executeQuery();
            while (row.next()) {
                plan.add(row.getString(row.getMetaData().getColumnCount()));
            }
        }
        return plan;
    }

    // Along an index or not: a search is called one.
    private static boolean scansOnSqlite(String line, String sql) {
        Map<String, String> names = new HashMap<>();
        ALIAS.matcher(sql).results().forEach(found -> names.put(found.group(2), found.group(1)));
        Matcher scan = SCAN_ON_SQLITE.matcher(line);
        return scan.find() && isGrowing(names.getOrDefault(scan.group(1), scan.group(1)), line);
    }

    // An index without a condition is read as a whole, too.
    private static boolean scansOnPostgres(List<String> plan, int at) {
        Matcher scan = SCAN_ON_POSTGRES.matcher(plan.get(at));
        boolean searched = at + 1 < plan.size() && plan.get(at + 1).contains("Index Cond:");
        return scan.find() && isGrowing(scan.group(2), plan.get(at)) && !searched;
    }

    private static boolean isGrowing(String table, String line) {
        return GROWING.contains(table) && !SMALL.matcher(line).find();
    }
}
