package dev.kycport.tck.http;

import java.net.URI;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** A vendor that answers one call and the adapter's own calls as documented, unless a test breaks the own calls or refuses the token. */
public final class OwnCallsStub implements AutoCloseable {

    private final VendorHttpCalls vendor;
    private final String call;
    private final Function<String, HttpReply> documented;
    private final HttpReply refusal;
    private final SocketServer server;
    private final AtomicInteger ownRequests = new AtomicInteger();
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger refusals = new AtomicInteger();
    private volatile Optional<NetworkFault> fault = Optional.empty();

    private OwnCallsStub(
            VendorHttpCalls vendor, String call, Function<String, HttpReply> documented, HttpReply refusal) {
        this.vendor = vendor;
        this.call = call;
        this.documented = documented;
        this.refusal = refusal;
        this.server = SocketServer.start(this::replyTo);
    }

    /**
     * That vendor.
     *
     * @param documented the documented success of a call
     * @param refusal how the vendor refuses a token
     */
    public static OwnCallsStub start(
            VendorHttpCalls vendor, String call, Function<String, HttpReply> documented, HttpReply refusal) {
        return new OwnCallsStub(vendor, call, documented, refusal);
    }

    public URI url() {
        return server.url();
    }

    /** From now on own calls meet this fault. */
    public void breakOwnCalls(NetworkFault met) {
        fault = Optional.of(met);
    }

    /** From now on own calls are answered as documented. */
    public void repair() {
        fault = Optional.empty();
    }

    /** The token of the next so many requests is refused. */
    public void refuse(int times) {
        refusals.set(times);
    }

    /** How many own calls arrived. */
    public int ownRequests() {
        return ownRequests.get();
    }

    /** How many requests of the call itself arrived. */
    public int requests() {
        return requests.get();
    }

    @Override
    public void close() {
        server.close();
    }

    private ServerReply replyTo(ReceivedRequest request) {
        Optional<String> own = vendor.ownCalls().stream()
                .filter(step -> request.path().matches(vendor.path(step)))
                .findFirst();
        if (own.isPresent()) {
            ownRequests.incrementAndGet();
            HttpReply reply = documented.apply(own.get());
            return fault.<ServerReply>map(met -> met.reply().apply(reply)).orElse(reply);
        }
        if (!request.path().matches(vendor.path(call))) {
            return HttpReply.of(404);
        }
        requests.incrementAndGet();
        return refusals.getAndUpdate(left -> Math.max(0, left - 1)) > 0 ? refusal : documented.apply(call);
    }
}
