package dev.kycport.app;

import java.util.concurrent.CountDownLatch;

/** A call that has arrived at a provider and gets no answer yet. */
final class CallBarrier {

    private final CountDownLatch arrived = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);

    /** Waits until the call is at the provider. */
    void awaitArrival() {
        await(arrived);
    }

    void release() {
        released.countDown();
    }

    void block() {
        arrived.countDown();
        await(released);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", interrupted);
        }
    }
}
