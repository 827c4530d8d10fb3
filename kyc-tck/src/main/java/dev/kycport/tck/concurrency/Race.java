package dev.kycport.tck.concurrency;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;

/** Real threads that set off at the same instant. */
public final class Race {

    private static final long TIMEOUT_SECONDS = 120;

    private Race() {}

    /** What each runner came back with, in the order of the runners. */
    public static <T> List<T> run(int runners, IntFunction<T> runner) {
        CountDownLatch ready = new CountDownLatch(runners);
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(runners);
        try {
            List<Future<T>> running = new ArrayList<>();
            for (int i = 0; i < runners; i++) {
                int number = i;
                running.add(threads.submit(startTogether(ready, start, () -> runner.apply(number))));
            }
            ready.await();
            start.countDown();
            return results(running);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", interrupted);
        } finally {
            threads.shutdownNow();
        }
    }

    private static <T> Callable<T> startTogether(CountDownLatch ready, CountDownLatch start, Callable<T> runner) {
        return () -> {
            ready.countDown();
            start.await();
            return runner.call();
        };
    }

    private static <T> List<T> results(List<Future<T>> running) throws InterruptedException {
        List<T> results = new ArrayList<>();
        for (Future<T> runner : running) {
            try {
                results.add(runner.get(TIMEOUT_SECONDS, TimeUnit.SECONDS));
            } catch (ExecutionException failed) {
                throw new AssertionError("a runner threw", failed.getCause());
            } catch (TimeoutException stuck) {
                throw new AssertionError("a runner is stuck", stuck);
            }
        }
        return results;
    }
}
