package dev.kycport.benchmarks.store;

import com.zaxxer.hikari.HikariDataSource;
import dev.kycport.endurance.system.TestDatabase;
import dev.kycport.ports.store.Stores;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The writes of a direct-OTP session through the stores, compared with the same inserts and updates in plain JDBC. Both run in
 * short alternate turns, so that other load on the machine affects both. Arguments: {@code sqlite} or {@code postgres}, threads
 * (1), seconds (60) after ten seconds of warm-up.
 */
public final class StoreOverheadBenchmark {

    private static final Duration TURN = Duration.ofMillis(500);
    private static final int WARM_UP = 10;

    private StoreOverheadBenchmark() {}

    /** Runs and prints a row for docs/performance.md. */
    public static void main(String[] args) throws Exception {
        String databaseKind = args.length > 0 ? args[0] : "sqlite";
        int threads = args.length > 1 ? Integer.parseInt(args[1]) : 1;
        int seconds = args.length > 2 ? Integer.parseInt(args[2]) : 60;
        Path folder = Files.createTempDirectory("store-overhead-");
        try (TestDatabase database = TestDatabase.of(databaseKind, folder);
                Stores stores = BenchmarkStores.open(database);
                HikariDataSource pool = BaselineDataSource.create(database.jdbc())) {
            WriteStrategy throughStores = new StoreWriteStrategy(stores);
            WriteStrategy baseline = new PlainJdbcBaseline(pool, SessionRowTemplate.capture(stores, pool));
            runTurns(baseline, throughStores, threads, WARM_UP);
            List<Turn> turns = runTurns(baseline, throughStores, threads, seconds);
            print(databaseKind, threads, turns);
        }
        System.exit(0);
    }

    private static void print(String databaseKind, int threads, List<Turn> turns) {
        List<Double> baselineRates = turns.stream().map(Turn::baseline).toList();
        List<Double> storeRates = turns.stream().map(Turn::stores).toList();
        List<Double> ratios =
                turns.stream().map(turn -> turn.stores() / turn.baseline()).toList();
        System.out.println(
                "| database | threads | plain JDBC (sessions/s) | stores (sessions/s) | ratio | median ratio of a turn |");
        System.out.println("|---|---|---|---|---|---|");
        System.out.printf(
                "| %s | %d | %.0f | %.0f | %.2f | %.2f |%n",
                databaseKind,
                threads,
                Statistics.mean(baselineRates),
                Statistics.mean(storeRates),
                Statistics.mean(storeRates) / Statistics.mean(baselineRates),
                Statistics.median(ratios));
    }

    private static List<Turn> runTurns(WriteStrategy baseline, WriteStrategy throughStores, int threads, int seconds)
            throws Exception {
        List<Turn> turns = new ArrayList<>();
        long end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
        while (System.nanoTime() < end) {
            // The order alternates, since the first turn affects the second.
            boolean first = turns.size() % 2 == 0;
            double firstRate = sessionsPerSecond(first ? baseline : throughStores, threads, TURN);
            double secondRate = sessionsPerSecond(first ? throughStores : baseline, threads, TURN);
            turns.add(first ? new Turn(firstRate, secondRate) : new Turn(secondRate, firstRate));
        }
        return turns;
    }

    /** Sessions per second of both strategies. */
    private record Turn(double baseline, double stores) {}

    private static double sessionsPerSecond(WriteStrategy strategy, int threads, Duration turn) throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        long start = System.nanoTime();
        long end = start + turn.toNanos();
        List<Future<Integer>> counts = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            Random random = new Random(start + i);
            counts.add(executor.submit(() -> writeSessions(strategy, random, end)));
        }
        int total = 0;
        for (Future<Integer> count : counts) {
            total += count.get();
        }
        executor.shutdown();
        return total / ((System.nanoTime() - start) / 1e9);
    }

    private static int writeSessions(WriteStrategy strategy, Random random, long end) throws Exception {
        int count = 0;
        while (System.nanoTime() < end) {
            strategy.writeSession(random);
            count++;
        }
        return count;
    }
}
