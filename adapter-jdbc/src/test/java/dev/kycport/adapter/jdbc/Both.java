package dev.kycport.adapter.jdbc;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The same work twice at the same moment. */
final class Both {

    private Both() {}

    static <T> List<T> of(Callable<T> work) {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        CyclicBarrier start = new CyclicBarrier(2);
        Callable<T> together = () -> {
            start.await();
            return work.call();
        };
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> one : threads.invokeAll(List.of(together, together))) {
                results.add(one.get());
            }
            return results;
        } catch (InterruptedException | ExecutionException failed) {
            throw new AssertionError("one of both failed", failed);
        } finally {
            threads.shutdownNow();
        }
    }
}
