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
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A Deepvue server on the loopback interface that records each call before it answers. */
public final class VendorStub implements AutoCloseable {

    static {
        // Without this the JDK's server adds 40 ms to each answer.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    /** The read timeout of the client; a {@link VendorFaultProfile.Fault#LATE} answer takes longer. */
    public static final Duration READ_TIMEOUT = Duration.ofSeconds(1);

    private static final int MAX_DELAY_MILLIS = 300;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "vendor");
        thread.setDaemon(true);
        return thread;
    });
    private final VendorCallLog callLog = new VendorCallLog();
    private final VendorSimulator simulator;
    private final Queue<HeldCall> heldCalls = new ConcurrentLinkedQueue<>();
    private int callsInFlight;
    private final VendorFaultProfile faults;
    private final Random random;

    /**
     * Starts the server.
     *
     * @param time the clock of the installation, for the times of the recorded calls
     */
    public VendorStub(VendorFaultProfile faults, long seed, InstantSource time) throws IOException {
        this.simulator = new VendorSimulator(callLog, time);
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

    public VendorCallLog callLog() {
        return callLog;
    }

    /** The number of calls that are being answered. */
    public synchronized int callsInFlight() {
        return callsInFlight;
    }

    /** Waits until no call is being answered. */
    public synchronized void awaitIdle() throws InterruptedException {
        while (callsInFlight > 0) {
            wait();
        }
    }

    /** Makes the next call wait, after it is recorded, until it is released. */
    public HeldCall holdNextCall() {
        HeldCall call = new HeldCall();
        heldCalls.add(call);
        return call;
    }

    /** A call whose reply waits for {@link #release()}. */
    public static final class HeldCall {

        private final CountDownLatch received = new CountDownLatch(1);
        private final CountDownLatch released = new CountDownLatch(1);

        /** Waits until the vendor has received the call. */
        public void awaitReceived() throws InterruptedException {
            received.await();
        }

        /** Lets the vendor reply. */
        public void release() {
            released.countDown();
        }

        private void hold() throws InterruptedException {
            received.countDown();
            released.await();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        countInFlight(1);
        try (exchange) {
            VendorRequest request = VendorRequest.parse(exchange);
            VendorFaultProfile.Fault fault = faults.randomFault(random);
            VendorReply success = simulator.answer(request);
            VendorReply reply = fault == VendorFaultProfile.Fault.SOURCE_DOWN ? success.sourceDown() : success;
            callLog.add(reply.call());
            pause(fault);
            if (fault != VendorFaultProfile.Fault.NO_REPLY) {
                send(exchange, reply);
            }
        } finally {
            countInFlight(-1);
        }
    }

    private synchronized void countInFlight(int change) {
        callsInFlight += change;
        notifyAll();
    }

    private void pause(VendorFaultProfile.Fault fault) {
        try {
            HeldCall held = heldCalls.poll();
            if (held != null) {
                held.hold();
            }
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
