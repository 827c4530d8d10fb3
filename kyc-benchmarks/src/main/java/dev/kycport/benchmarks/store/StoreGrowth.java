package dev.kycport.benchmarks.store;

import com.zaxxer.hikari.HikariDataSource;
import dev.kycport.app.KycService;
import dev.kycport.app.wiring.KycPort;
import dev.kycport.domain.SessionId;
import dev.kycport.endurance.TestDatabase;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Random;

/**
 * What a session costs as the database fills, how large it grows, and whether every query still finds its index. Arguments:
 * {@code sqlite} or {@code postgres}, seconds to measure at each size (20), the sizes (10000 100000 1000000). Exit status 1 if a query reads
 * a whole table, or if there is none to ask about: SQLite is asked about those that PostgreSQL logged into the file {@code queries}
 * before. That every statement of the stores finds its index is a test of adapter-jdbc; this shows it at the size.
 */
public final class StoreGrowth {

    private static final Path QUERIES = Path.of("queries");
    private static final Duration WARM_UP = Duration.ofSeconds(10);

    private final TestDatabase database;
    private final HikariDataSource pool;
    private final Path folder;
    private final KycPort port;

    private StoreGrowth(TestDatabase database, HikariDataSource pool, Path folder, KycPort port) {
        this.database = database;
        this.pool = pool;
        this.folder = folder;
        this.port = port;
    }

    /** Runs and prints rows for docs/performance.md. */
    public static void main(String[] args) throws Exception {
        String kind = args.length > 0 ? args[0] : "sqlite";
        int seconds = args.length > 1 ? Integer.parseInt(args[1]) : 20;
        List<Integer> sizes = args.length > 2
                ? Arrays.stream(args).skip(2).map(Integer::valueOf).toList()
                : List.of(10_000, 100_000, 1_000_000);
        Path folder = Files.createTempDirectory("store-growth-");
        boolean fine;
        try (TestDatabase database = TestDatabase.of(kind, folder);
                KycPort port = Opened.port(database);
                HikariDataSource pool = OwnPool.of(database.jdbc())) {
            fine = new StoreGrowth(database, pool, folder, port).run(kind, Duration.ofSeconds(seconds), sizes);
        }
        System.exit(fine ? 0 : 1);
    }

    private boolean run(String kind, Duration length, List<Integer> sizes) throws Exception {
        KycService service = port.service();
        SessionId model = new Steps(service, new Random()).session();
        StoreThroughput.run(service, 4, WARM_UP);
        System.out.println("| database | stored sessions | ms a session | median of a step (ms) | p99 of a step (ms)"
                + " | sessions/s at 8 threads | bytes a session | heap in use (MB) |");
        System.out.println("|---|---|---|---|---|---|---|---|");
        for (int size : sizes) {
            fill(model, size);
            StoreThroughput.Result one = StoreThroughput.run(service, 1, length);
            StoreThroughput.Result eight = StoreThroughput.run(service, 8, length);
            System.out.printf(
                    "| %s | %d | %.2f | %.2f | %.2f | %.0f | %d | %d |%n",
                    kind,
                    count(),
                    1000 * one.seconds() / one.sessions(),
                    Numbers.percentile(one.steps(), 0.5),
                    Numbers.percentile(one.steps(), 0.99),
                    eight.sessions() / eight.seconds(),
                    bytes() / count(),
                    heap() >> 20);
        }
        return plans(model);
    }

    private void fill(SessionId model, int size) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            long there = count(connection);
            new Copies(connection, model.value()).make(there, size);
            tidy(connection);
        }
    }

    // What the database does by itself within the hour.
    private void tidy(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(isSqlite() ? "PRAGMA wal_checkpoint(TRUNCATE)" : "VACUUM ANALYZE");
        }
    }

    private long count() throws SQLException {
        try (Connection connection = pool.getConnection()) {
            return count(connection);
        }
    }

    private static long count(Connection connection) throws SQLException {
        return number(connection, "SELECT COUNT(*) FROM kyc_session");
    }

    private long bytes() throws SQLException {
        try (Connection connection = pool.getConnection()) {
            return isSqlite()
                    ? number(connection, "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()")
                    : number(
                            connection,
                            "SELECT sum(pg_total_relation_size(oid)) FROM pg_class WHERE relname LIKE 'kyc%' AND relkind = 'r'");
        }
    }

    private static long number(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    private boolean plans(SessionId model) throws SQLException, IOException {
        Collection<Plan> plans = isSqlite() ? sqlitePlans() : postgresPlans(model);
        plans.forEach(plan -> System.out.println(plan.inAWord() + " " + plan.query()));
        plans.stream().filter(Plan::readsAll).forEach(plan -> System.out.println(plan.query() + "\n" + plan.how()));
        if (plans.isEmpty()) {
            System.out.println("No plan was looked at: run this with postgres first, in this folder.");
        }
        return !plans.isEmpty() && plans.stream().noneMatch(Plan::readsAll);
    }

    private Collection<Plan> postgresPlans(SessionId model) throws SQLException, IOException {
        Instant oldest = Instant.now().minus(Duration.ofDays(729));
        Collection<Plan> plans = Plans.onPostgres(database, pool, folder, model, oldest);
        Files.write(QUERIES, plans.stream().map(Plan::query).toList());
        return plans;
    }

    private Collection<Plan> sqlitePlans() throws SQLException, IOException {
        return Files.exists(QUERIES) ? Plans.onSqlite(pool, Files.readAllLines(QUERIES)) : List.of();
    }

    private boolean isSqlite() {
        return database.jdbc().startsWith("jdbc:sqlite:");
    }

    private static long heap() {
        System.gc();
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
