package dev.kycport.tck.concurrency;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** A call of an adapter under test in a thread of its own, so that one that never returns fails the test instead of hanging it. */
public final class BoundedCall {

    private static final ThreadFactory DAEMONS = task -> {
        Thread thread = new Thread(task, "tck call");
        thread.setDaemon(true);
        return thread;
    };

    private BoundedCall() {}

    /**
     * What the call returns. What it throws is thrown here.
     *
     * @param limit far more than a correct adapter needs on a busy machine
     */
    public static <T> T run(Duration limit, Supplier<T> call) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Thread thread = DAEMONS.newThread(() -> {
            try {
                result.complete(call.get());
            } catch (RuntimeException | Error thrown) {
                result.completeExceptionally(thrown);
            }
        });
        thread.start();
        try {
            return result.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException hanging) {
            AssertionError hung = new AssertionError("the call has not returned after " + limit.toSeconds()
                    + " s. Check that one deadline ends the whole call: connecting, headers and body");
            hung.setStackTrace(thread.getStackTrace());
            thread.interrupt();
            throw hung;
        } catch (ExecutionException thrown) {
            if (thrown.getCause() instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) thrown.getCause();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", interrupted);
        }
    }

    /** What these calls return, in their order, so many of them at a time. What one throws is thrown here. */
    public static <T> List<T> runAll(int atOnce, List<Supplier<T>> calls) {
        ExecutorService threads = Executors.newFixedThreadPool(atOnce, DAEMONS);
        try {
            List<Future<T>> running =
                    calls.stream().map(call -> threads.submit(call::get)).toList();
            return running.stream().map(BoundedCall::result).toList();
        } finally {
            threads.shutdownNow();
        }
    }

    private static <T> T result(Future<T> running) {
        try {
            return running.get();
        } catch (ExecutionException thrown) {
            throw new AssertionError("a call threw " + thrown.getCause(), thrown);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", interrupted);
        }
    }
}
