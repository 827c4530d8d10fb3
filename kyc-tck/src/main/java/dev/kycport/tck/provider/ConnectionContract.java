package dev.kycport.tck.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.ports.spi.KycProvider;
import dev.kycport.tck.HttpAdapterContract;
import dev.kycport.tck.concurrency.BoundedCall;
import dev.kycport.tck.http.HttpReply;
import dev.kycport.tck.http.VendorEndpoint;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What an adapter owes about its client: one for all calls, a declared time-out that covers a call, and interrupts that are kept. */
public abstract class ConnectionContract extends HttpAdapterContract {

    private static final int CALLS = 12;

    /** For a reply that never ends. Where a busy machine lets it pass before anything is sent, the verdict is the same. */
    private static final Duration SHORT = Duration.ofMillis(400);

    /** For the adapter's test. */
    protected ConnectionContract() {}

    /** If it fails, create the client with the provider: one for each call costs the host a handshake each, and its threads. */
    @ParameterizedTest
    @MethodSource("calls")
    final void calls_share_connections(String call) {
        stubReply(call, HttpReply.json(documentedReply(call)));
        KycProvider adapter = newAdapter();
        int before = connections();
        for (int at = 0; at < CALLS; at++) {
            invoke(adapter, call);
        }

        assertArrived(call, "its documented success");
        assertThat(connections() - before)
                .as("connections for %d calls of %s in turn. Create the client once", CALLS, call)
                .isLessThan(CALLS);
    }

    /** If it fails, add up in {@code callTimeout()} all that a call may take: a call that still runs would count as lost. */
    @Test
    final void the_declared_call_timeout_covers_the_time_to_read() {
        VendorEndpoint endpoint = VendorEndpoint.withLongTimeouts(url().toString());

        assertThat(vendor().open(endpoint).callTimeout())
                .as("callTimeout() of a provider whose read time-out is %s", endpoint.readTimeout())
                .isGreaterThanOrEqualTo(endpoint.readTimeout());
    }

    /** If it fails, call {@code Thread.currentThread().interrupt()} wherever an {@code InterruptedException} is caught. */
    @ParameterizedTest
    @MethodSource("calls")
    final void an_interrupt_is_kept_and_is_no_verdict(String call) {
        CountDownLatch arrived = new CountDownLatch(1);
        stubReply(call, connection -> {
            arrived.countDown();
            connection.awaitClose();
        });
        KycProvider adapter = vendor().open(new VendorEndpoint(url(), SHORT, SHORT, VendorEndpoint.MAX_BODY_BYTES));
        AtomicBoolean kept = new AtomicBoolean();
        AtomicReference<Thread> caller = new AtomicReference<>(Thread.currentThread());
        CountDownLatch started = new CountDownLatch(1);
        Thread interrupter = new Thread(() -> interrupt(caller, started, arrived), "tck interrupts");
        interrupter.setDaemon(true);
        interrupter.start();

        Either<ProviderFailure, ?> answer = BoundedCall.run(VendorEndpoint.LONG, () -> {
            caller.set(Thread.currentThread());
            started.countDown();
            Either<ProviderFailure, ?> own = vendor().invoke(adapter, call);
            arrived.countDown();
            join(interrupter, kept);
            return own;
        });

        assertThat(answer.isLeft())
                .as("%s that was interrupted: %s", call, answer)
                .isTrue();
        assertThat(kept.get())
                .as(
                        "the interrupt of a thread in %s is kept for the host. Interrupt the thread again where it is caught",
                        call)
                .isTrue();
    }

    private static void interrupt(AtomicReference<Thread> caller, CountDownLatch started, CountDownLatch arrived) {
        try {
            started.await();
            arrived.await();
            Objects.requireNonNull(caller.get()).interrupt();
        } catch (InterruptedException unexpected) {
            Thread.currentThread().interrupt();
        }
    }

    // An interrupt that comes while this waits is as good as one that the call has kept: it came too late for the call.
    private static void join(Thread interrupter, AtomicBoolean kept) {
        if (Thread.currentThread().isInterrupted()) {
            kept.set(true);
            return;
        }
        try {
            interrupter.join();
            kept.set(Thread.currentThread().isInterrupted());
        } catch (InterruptedException late) {
            kept.set(true);
        }
    }
}
