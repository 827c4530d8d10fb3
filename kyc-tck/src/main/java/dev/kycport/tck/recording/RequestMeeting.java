package dev.kycport.tck.recording;

import dev.kycport.tck.http.ServerReply;
import java.io.IOException;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Holds replies back until the requests of all callers have arrived, so that their calls surely overlap. */
final class RequestMeeting {

    private static final long LIMIT_SECONDS = 20;

    private final CyclicBarrier barrier;

    RequestMeeting(int callers) {
        this.barrier = new CyclicBarrier(callers);
    }

    /** The same reply, sent once all have arrived. After one that did not arrive, no reply is held back any more. */
    ServerReply before(ServerReply reply) {
        return connection -> {
            await();
            reply.send(connection);
        };
    }

    /** Whether all arrived, each time. */
    boolean isComplete() {
        return !barrier.isBroken();
    }

    private void await() throws IOException {
        try {
            barrier.await(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | BrokenBarrierException incomplete) {
            // The barrier is broken for good: isComplete reports it.
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }
}
