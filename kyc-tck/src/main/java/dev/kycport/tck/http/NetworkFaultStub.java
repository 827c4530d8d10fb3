package dev.kycport.tck.http;

import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.ports.spi.KycProvider;
import dev.kycport.tck.concurrency.BoundedCall;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** A vendor whose network does something to the reply to one call; the calls before it are answered as documented. */
public final class NetworkFaultStub implements AutoCloseable {

    /** A call that takes so many times its time-out hangs. */
    private static final int TIMEOUTS = 8;

    private static final Duration CLOSE_LIMIT = VendorEndpoint.SHORT.multipliedBy(TIMEOUTS);

    /** The target of a redirect. */
    static final String ELSEWHERE = "/elsewhere";

    private final VendorHttpCalls vendor;
    private final String call;
    private final NetworkFault fault;
    private final Function<String, HttpReply> documented;
    private final SocketServer server;
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger redirected = new AtomicInteger();
    private final CountDownLatch closed = new CountDownLatch(1);

    /**
     * What became of a call.
     *
     * @param answer the code of its failure, or what it returned or threw instead
     * @param requests how many requests met the fault
     * @param isClosed whether the client closed the connection of an endless reply
     */
    public record Outcome(
            String call, NetworkFault fault, String answer, int requests, int redirected, boolean isClosed) {}

    private NetworkFaultStub(
            VendorHttpCalls vendor, String call, NetworkFault fault, Function<String, HttpReply> documented) {
        this.vendor = vendor;
        this.call = call;
        this.fault = fault;
        this.documented = documented;
        this.server = SocketServer.start(this::replyTo);
    }

    /** That vendor, with this fault in the reply to that call. */
    public static NetworkFaultStub start(
            VendorHttpCalls vendor, String call, NetworkFault fault, Function<String, HttpReply> documented) {
        return new NetworkFaultStub(vendor, call, fault, documented);
    }

    /** Makes the call. */
    public Outcome meet() {
        String url = server.url().toString();
        VendorEndpoint endpoint =
                fault.isEndless() ? VendorEndpoint.withShortTimeouts(url) : VendorEndpoint.withLongTimeouts(url);
        String answer = answer(vendor, call, endpoint);
        return new Outcome(call, fault, answer, requests.get(), redirected.get(), isClosed());
    }

    /** The code of the failure in which this call of that vendor ends, or what it returned or threw instead. */
    public static String answer(VendorHttpCalls vendor, String call, VendorEndpoint endpoint) {
        try {
            KycProvider adapter = vendor.open(endpoint);
            return BoundedCall.run(endpoint.readTimeout().multipliedBy(TIMEOUTS), () -> vendor.invoke(adapter, call))
                    .fold(
                            ProviderFailure::code,
                            verdict -> "the verdict " + verdict.getClass().getSimpleName());
        } catch (RuntimeException | Error thrown) {
            return "thrown: " + thrown;
        }
    }

    @Override
    public void close() {
        server.close();
    }

    private boolean isClosed() {
        try {
            return requests.get() > 0
                    && fault.isEndless()
                    && closed.await(CLOSE_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private ServerReply replyTo(ReceivedRequest request) {
        if (request.path().equals(ELSEWHERE)) {
            redirected.incrementAndGet();
        }
        if (!request.path().matches(vendor.path(call))) {
            return vendor.additionalCalls(call).stream()
                    .filter(step -> request.path().matches(vendor.path(step)))
                    .findFirst()
                    .<ServerReply>map(documented)
                    .orElseGet(() -> HttpReply.of(404));
        }
        requests.incrementAndGet();
        ServerReply reply = fault.reply().apply(documented.apply(call));
        return connection -> {
            try {
                reply.send(connection);
            } finally {
                closed.countDown();
            }
        };
    }
}
