package dev.kycport.tck;

import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Where two threads wait for each other between looking and writing, so that a race is lost every time. */
final class Rendezvous {

    private static final long TIMEOUT_MILLIS = 20;

    private final CyclicBarrier barrier = new CyclicBarrier(2);

    /** Returns once a second thread is here, or if none comes. */
    void meet() {
        try {
            barrier.await(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException | BrokenBarrierException alone) {
            barrier.reset();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
