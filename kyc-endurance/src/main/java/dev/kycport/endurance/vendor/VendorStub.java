package dev.kycport.endurance.vendor;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A vendor on the loopback that speaks Deepvue's wire and writes down every call before it answers. */
public final class VendorStub implements AutoCloseable {

    static {
        // Else the JDK's server adds 40 ms to every answer.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    /** How long a caller waits: longer takes {@link Mood.Whim#LATE}. */
    public static final Duration READ_TIMEOUT = Duration.ofSeconds(1);

    private static final int MAX_DELAY_MILLIS = 300;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "vendor");
        thread.setDaemon(true);
        return thread;
    });
    private final VendorCallLog vendorCallLog = new VendorCallLog();
    private final VendorSimulator desk;
    private final AtomicInteger callsInFlight = new AtomicInteger();
    private final VendorFaultProfile faults;
    private final Random random;

    /**
     * Starts to listen.
     *
     * @param time the clock of the installation, by which calls are written down
     */
    public VendorStub(VendorFaultProfile faults, long seed, InstantSource time) throws IOException {
        this.desk = new VendorSimulator(vendorCallLog, time);
        this.faults = faults;
        this.random = new Random(seed);
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    public VendorCallLog sightings() {
        return vendorCallLog;
    }

    /** How many calls are being answered. */
    public int callsInFlight() {
        return callsInFlight.get();
    }

    /** Returns when everything that was sent has been heard. */
    public void awaitIdle() throws InterruptedException {
        do {
            Thread.sleep(30);
        } while (callsInFlight() > 0);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        callsInFlight.incrementAndGet();
        try (exchange) {
            VendorRequest request = VendorRequest.parse(exchange);
            VendorFaultProfile.Fault fault = faults.randomFault(random);
            VendorReply success = desk.answer(request);
            VendorReply reply = fault == VendorFaultProfile.Fault.SOURCE_DOWN ? success.sourceDown() : success;
            vendorCallLog.add(reply.call());
            pause(fault);
            if (fault != VendorFaultProfile.Fault.NO_REPLY) {
                send(exchange, reply);
            }
        } finally {
            callsInFlight.decrementAndGet();
        }
    }

    private void pause(VendorFaultProfile.Fault fault) {
        try {
            if (fault == VendorFaultProfile.Fault.SLOW) {
                Thread.sleep(random.nextInt(MAX_DELAY_MILLIS));
            } else if (fault == VendorFaultProfile.Fault.LATE) {
                Thread.sleep(READ_TIMEOUT.multipliedBy(2).toMillis());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void send(HttpExchange exchange, VendorReply reply) throws IOException {
        byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(reply.status(), body.length);
        exchange.getResponseBody().write(body);
    }
}
