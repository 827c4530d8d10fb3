package dev.kycport.benchmarks.store;

import dev.kycport.app.KycService;
import dev.kycport.app.runtime.KycRuntime;
import dev.kycport.endurance.system.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Direct-OTP sessions per second and the time of a step, from the opening until the host has the identity, with a provider that
 * answers at once. Arguments: {@code sqlite} or {@code postgres}, seconds for each number of threads (20), numbers of threads
 * (1 8 32).
 */
public final class StoreThroughputBenchmark {

    private static final int WARM_UP = 8;

    private StoreThroughputBenchmark() {}

    /** Runs and prints rows for docs/performance.md. */
    public static void main(String[] args) throws Exception {
        String databaseKind = args.length > 0 ? args[0] : "sqlite";
        int seconds = args.length > 1 ? Integer.parseInt(args[1]) : 20;
        List<Integer> threads = args.length > 2
                ? Arrays.stream(args).skip(2).map(Integer::valueOf).toList()
                : List.of(1, 8, 32);
        Path folder = Files.createTempDirectory("store-throughput-");
        try (TestDatabase database = TestDatabase.of(databaseKind, folder);
                KycRuntime runtime = BenchmarkStores.startRuntime(database)) {
            run(runtime.service(), 8, Duration.ofSeconds(WARM_UP));
            System.out.println(
                    "| database | threads | sessions/s | steps/s | median of a step (ms) | p99 of a step (ms) |");
            System.out.println("|---|---|---|---|---|---|");
            for (int count : threads) {
                print(databaseKind, count, run(runtime.service(), count, Duration.ofSeconds(seconds)));
            }
        }
        System.exit(0);
    }

    private static void print(String databaseKind, int threads, Result result) {
        System.out.printf(
                "| %s | %d | %.0f | %.0f | %.1f | %.1f |%n",
                databaseKind,
                threads,
                result.sessions() / result.seconds(),
                result.steps().size() / result.seconds(),
                Statistics.percentile(result.steps(), 0.5),
                Statistics.percentile(result.steps(), 0.99));
    }

    static Result run(KycService service, int threads, Duration length) throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        long start = System.nanoTime();
        long end = start + length.toNanos();
        List<Future<Result>> results = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            Random random = new Random(start + i);
            results.add(executor.submit(() -> run(new SessionDriver(service, random), end)));
        }
        int sessions = 0;
        List<Long> steps = new ArrayList<>();
        for (Future<Result> result : results) {
            sessions += result.get().sessions();
            steps.addAll(result.get().steps());
        }
        executor.shutdown();
        return new Result(sessions, (System.nanoTime() - start) / 1e9, steps);
    }

    private static Result run(SessionDriver driver, long end) {
        int sessions = 0;
        while (System.nanoTime() < end) {
            driver.runSession();
            sessions++;
        }
        return new Result(sessions, 0, driver.stepNanos());
    }

    /**
     * The result of a run.
     *
     * @param steps the nanoseconds of each step
     */
    record Result(int sessions, double seconds, List<Long> steps) {}
}
