package dev.kycport.benchmarks.store;

import com.zaxxer.hikari.HikariDataSource;
import dev.kycport.app.KycService;
import dev.kycport.app.runtime.KycRuntime;
import dev.kycport.domain.SessionId;
import dev.kycport.endurance.system.TestDatabase;
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
public final class StoreGrowthBenchmark {

    private static final Path QUERIES = Path.of("queries");
    private static final Duration WARM_UP = Duration.ofSeconds(10);

    private final TestDatabase database;
    private final HikariDataSource pool;
    private final Path folder;
    private final KycRuntime runtime;

    private StoreGrowthBenchmark(TestDatabase database, HikariDataSource pool, Path folder, KycRuntime runtime) {
        this.database = database;
        this.pool = pool;
        this.folder = folder;
        this.runtime = runtime;
    }

    /** Runs and prints rows for docs/performance.md. */
    public static void main(String[] args) throws Exception {
        String databaseKind = args.length > 0 ? args[0] : "sqlite";
        int seconds = args.length > 1 ? Integer.parseInt(args[1]) : 20;
        List<Integer> sizes = args.length > 2
                ? Arrays.stream(args).skip(2).map(Integer::valueOf).toList()
                : List.of(10_000, 100_000, 1_000_000);
        Path folder = Files.createTempDirectory("store-growth-");
        boolean passed;
        try (TestDatabase database = TestDatabase.of(databaseKind, folder);
                KycRuntime runtime = BenchmarkStores.startRuntime(database);
                HikariDataSource pool = BaselineDataSource.create(database.jdbc())) {
            passed = new StoreGrowthBenchmark(database, pool, folder, runtime)
                    .run(databaseKind, Duration.ofSeconds(seconds), sizes);
        }
        System.exit(passed ? 0 : 1);
    }

    private boolean run(String databaseKind, Duration length, List<Integer> sizes) throws Exception {
        KycService service = runtime.service();
        SessionId model = new SessionDriver(service, new Random()).runSession();
        StoreThroughputBenchmark.run(service, 4, WARM_UP);
        System.out.println("| database | stored sessions | ms a session | median of a step (ms) | p99 of a step (ms)"
                + " | sessions/s at 8 threads | bytes a session | heap in use (MB) |");
        System.out.println("|---|---|---|---|---|---|---|---|");
        for (int size : sizes) {
            fill(model, size);
            StoreThroughputBenchmark.Result singleThread = StoreThroughputBenchmark.run(service, 1, length);
            StoreThroughputBenchmark.Result eightThreads = StoreThroughputBenchmark.run(service, 8, length);
            System.out.printf(
                    "| %s | %d | %.2f | %.2f | %.2f | %.0f | %d | %d |%n",
                    databaseKind,
                    count(),
                    1000 * singleThread.seconds() / singleThread.sessions(),
                    Statistics.percentile(singleThread.steps(), 0.5),
                    Statistics.percentile(singleThread.steps(), 0.99),
                    eightThreads.sessions() / eightThreads.seconds(),
                    bytes() / count(),
                    heap() >> 20);
        }
        return checkPlans(model);
    }

    private void fill(SessionId model, int size) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            long stored = count(connection);
            new SessionDataGenerator(connection, model.value()).generate(stored, size);
            vacuum(connection);
        }
    }

    // What the database does by itself within the hour.
    private void vacuum(Connection connection) throws SQLException {
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

    private boolean checkPlans(SessionId model) throws SQLException, IOException {
        Collection<QueryPlan> plans = isSqlite() ? sqlitePlans() : postgresPlans(model);
        plans.forEach(queryPlan -> System.out.println(queryPlan.label() + " " + queryPlan.query()));
        plans.stream()
                .filter(QueryPlan::scansTable)
                .forEach(queryPlan -> System.out.println(queryPlan.query() + "\n" + queryPlan.plan()));
        if (plans.isEmpty()) {
            System.out.println("No plan was looked at: run this with postgres first, in this folder.");
        }
        return !plans.isEmpty() && plans.stream().noneMatch(QueryPlan::scansTable);
    }

    private Collection<QueryPlan> postgresPlans(SessionId model) throws SQLException, IOException {
        Instant oldest = Instant.now().minus(Duration.ofDays(729));
        Collection<QueryPlan> plans = QueryPlanCollector.collectOnPostgres(database, pool, folder, model, oldest);
        Files.write(QUERIES, plans.stream().map(QueryPlan::query).toList());
        return plans;
    }

    private Collection<QueryPlan> sqlitePlans() throws SQLException, IOException {
        return Files.exists(QUERIES)
                ? QueryPlanCollector.collectOnSqlite(pool, Files.readAllLines(QUERIES))
                : List.of();
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
