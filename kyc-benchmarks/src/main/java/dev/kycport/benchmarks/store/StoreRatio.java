package dev.kycport.benchmarks.store;

import com.zaxxer.hikari.HikariDataSource;
import dev.kycport.endurance.TestDatabase;
import dev.kycport.ports.Stores;
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
 * The writes of a direct-OTP session through the stores, and the same inserts and updates in hand-written JDBC, in one run and
 * by short turns, so that whatever else the machine does meets both. Arguments: {@code sqlite} or {@code postgres}, threads
 * (1), seconds in all (60) after ten to warm up.
 */
public final class StoreRatio {

    private static final Duration TURN = Duration.ofMillis(500);
    private static final int WARM_UP = 10;

    private StoreRatio() {}

    /** Runs and prints a row for docs/performance.md. */
    public static void main(String[] args) throws Exception {
        String kind = args.length > 0 ? args[0] : "sqlite";
        int threads = args.length > 1 ? Integer.parseInt(args[1]) : 1;
        int seconds = args.length > 2 ? Integer.parseInt(args[2]) : 60;
        Path folder = Files.createTempDirectory("store-ratio-");
        try (TestDatabase database = TestDatabase.of(kind, folder);
                Stores stores = Opened.stores(database);
                HikariDataSource pool = OwnPool.of(database.jdbc())) {
            Way through = new ThroughStores(stores);
            Way byHand = new ByHand(pool, RowsOfASession.written(stores, pool));
            turns(byHand, through, threads, WARM_UP);
            List<Turn> turns = turns(byHand, through, threads, seconds);
            print(kind, threads, turns);
        }
        System.exit(0);
    }

    private static void print(String kind, int threads, List<Turn> turns) {
        List<Double> theirs = turns.stream().map(Turn::byHand).toList();
        List<Double> ours = turns.stream().map(Turn::through).toList();
        List<Double> ratios =
                turns.stream().map(turn -> turn.through() / turn.byHand()).toList();
        System.out.println(
                "| database | threads | by hand (sessions/s) | stores (sessions/s) | ratio | median ratio of a turn |");
        System.out.println("|---|---|---|---|---|---|");
        System.out.printf(
                "| %s | %d | %.0f | %.0f | %.2f | %.2f |%n",
                kind,
                threads,
                Numbers.mean(theirs),
                Numbers.mean(ours),
                Numbers.mean(ours) / Numbers.mean(theirs),
                Numbers.median(ratios));
    }

    private static List<Turn> turns(Way byHand, Way through, int threads, int seconds) throws Exception {
        List<Turn> turns = new ArrayList<>();
        long end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
        while (System.nanoTime() < end) {
            // Whoever comes second finds the machine as the first has left it.
            boolean first = turns.size() % 2 == 0;
            double one = sessions(first ? byHand : through, threads, TURN);
            double other = sessions(first ? through : byHand, threads, TURN);
            turns.add(first ? new Turn(one, other) : new Turn(other, one));
        }
        return turns;
    }

    /** Sessions a second, each way. */
    private record Turn(double byHand, double through) {}

    private static double sessions(Way way, int threads, Duration turn) throws Exception {
        ExecutorService hands = Executors.newFixedThreadPool(threads);
        long start = System.nanoTime();
        long end = start + turn.toNanos();
        List<Future<Integer>> counts = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            Random random = new Random(start + i);
            counts.add(hands.submit(() -> sessions(way, random, end)));
        }
        int all = 0;
        for (Future<Integer> count : counts) {
            all += count.get();
        }
        hands.shutdown();
        return all / ((System.nanoTime() - start) / 1e9);
    }

    private static int sessions(Way way, Random random, long end) throws Exception {
        int count = 0;
        while (System.nanoTime() < end) {
            way.session(random);
            count++;
        }
        return count;
    }
}
