package dev.kycport.tck.http;

import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A vendor that gives one reply to one call, and the documented replies to the calls around it. */
public final class VendorReplyServer implements AutoCloseable {

    private final VendorHttpCalls vendor;
    private final Function<String, HttpReply> documented;
    private final SocketServer server;
    private final List<ReceivedRequest> requests = new CopyOnWriteArrayList<>();
    private volatile String call = "";
    private volatile ServerReply reply = HttpReply.of(404);

    private VendorReplyServer(VendorHttpCalls vendor, Function<String, HttpReply> documented) {
        this.vendor = vendor;
        this.documented = documented;
        this.server = SocketServer.start(this::replyTo);
    }

    /**
     * That vendor.
     *
     * @param documented the documented success of a call
     */
    public static VendorReplyServer start(VendorHttpCalls vendor, Function<String, HttpReply> documented) {
        return new VendorReplyServer(vendor, documented);
    }

    /** Where it listens, without a slash at the end. */
    public URI url() {
        return server.url();
    }

    /** From now on that call is answered so, as is a request that belongs to no call; requests are counted anew. */
    public void answer(String nextCall, ServerReply nextReply) {
        call = nextCall;
        reply = nextReply;
        requests.clear();
    }

    /** The requests of that call that arrived since the last {@link #answer}. */
    public List<ReceivedRequest> requests(String ofCall) {
        return requests.stream().filter(request -> isFor(ofCall, request)).toList();
    }

    /** How many connections it has accepted. */
    public int connections() {
        return server.connections();
    }

    @Override
    public void close() {
        server.close();
    }

    private ServerReply replyTo(ReceivedRequest request) {
        requests.add(request);
        return isFor(call, request)
                ? reply
                : vendor.additionalCalls(call).stream()
                        .filter(step -> isFor(step, request))
                        .findFirst()
                        .<ServerReply>map(documented)
                        .orElse(reply);
    }

    private boolean isFor(String step, ReceivedRequest request) {
        return request.path().matches(vendor.path(step));
    }
}
