package dev.kycport.tck;

import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Where two threads wait for each other between looking and writing, so that a race is lost every time. */
final class Meeting {

    private static final long PATIENCE_MILLIS = 20;

    private final CyclicBarrier barrier = new CyclicBarrier(2);

    /** Returns once a second thread is here, or if none comes. */
    void attend() {
        try {
            barrier.await(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException | BrokenBarrierException alone) {
            barrier.reset();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
