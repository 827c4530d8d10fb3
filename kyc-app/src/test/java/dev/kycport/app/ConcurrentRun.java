package dev.kycport.app;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Real threads that set off at the same instant. */
final class ConcurrentRun {

    private ConcurrentRun() {}

    /** What each runner came back with, in the order of the runners. */
    static <T> List<T> run(int runners, IntFunction<T> runner) {
        CountDownLatch ready = new CountDownLatch(runners);
        ExecutorService threads = Executors.newFixedThreadPool(runners);
        try {
            List<Future<T>> running = new ArrayList<>();
            for (int i = 0; i < runners; i++) {
                int number = i;
                running.add(threads.submit(() -> {
                    ready.countDown();
                    ready.await();
                    return runner.apply(number);
                }));
            }
            return running.stream().map(ConcurrentRun::result).toList();
        } finally {
            threads.shutdownNow();
        }
    }

    /** What two steps at the same moment came back with. */
    static <T> List<T> runBoth(Supplier<T> one, Supplier<T> other) {
        List<Supplier<T>> both = Stream.of(one, other).toList();
        return run(2, number -> both.get(number).get());
    }

    static <T> T result(Future<T> runner) {
        try {
            return runner.get();
        } catch (ExecutionException failed) {
            throw new AssertionError("a runner threw", failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", interrupted);
        }
    }
}
