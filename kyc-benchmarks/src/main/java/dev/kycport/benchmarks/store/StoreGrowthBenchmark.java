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
 * The cost of a session and the size of the database as it grows, and the plan of each statement at the final size. Arguments:
 * {@code sqlite} or {@code postgres}, seconds for each size (20), sizes (10000 100000 1000000). The run on PostgreSQL writes its
 * statements to the file {@code queries}, which a later run on SQLite in the same folder explains. The exit status is 1 if a
 * statement scans a table or if there are no statements. A test of adapter-jdbc checks the plans on small tables.
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
        System.out.println("| database | stored sessions | ms per session | median of a step (ms) | p99 of a step (ms)"
                + " | sessions/s at 8 threads | bytes per session | heap in use (MB) |");
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

    // The database would do this by itself within the hour.
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
        plans.forEach(plan -> System.out.println(plan.label() + " " + plan.query()));
        plans.stream()
                .filter(QueryPlan::scansTable)
                .forEach(plan -> System.out.println(plan.query() + "\n" + plan.plan()));
        if (plans.isEmpty()) {
            System.out.println("no statements to explain: run with postgres first, in this folder");
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
