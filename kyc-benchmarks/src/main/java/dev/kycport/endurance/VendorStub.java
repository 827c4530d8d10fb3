package dev.kycport.endurance;

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
final class VendorStub implements AutoCloseable {

    static {
        // Else the JDK's server adds 40 ms to every answer.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    /** How long a caller waits: longer takes {@link Mood.Whim#LATE}. */
    static final Duration PATIENCE = Duration.ofSeconds(1);

    private static final int SLOWEST = 300;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "vendor");
        thread.setDaemon(true);
        return thread;
    });
    private final Sightings sightings = new Sightings();
    private final VendorDesk desk;
    private final AtomicInteger underWay = new AtomicInteger();
    private final Mood mood;
    private final Random random;

    /**
     * Starts to listen.
     *
     * @param time the clock of the installation, by which calls are written down
     */
    VendorStub(Mood mood, long seed, InstantSource time) throws IOException {
        this.desk = new VendorDesk(sightings, time);
        this.mood = mood;
        this.random = new Random(seed);
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    Sightings sightings() {
        return sightings;
    }

    /** How many calls are being answered. */
    int underWay() {
        return underWay.get();
    }

    /** Returns when everything that was sent has been heard. */
    void settle() throws InterruptedException {
        do {
            Thread.sleep(30);
        } while (underWay() > 0);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        underWay.incrementAndGet();
        try (exchange) {
            VendorRequest asked = VendorRequest.of(exchange);
            Mood.Whim whim = mood.whim(random);
            VendorReply done = desk.answer(asked);
            VendorReply reply = whim == Mood.Whim.DOWN ? done.sourceDown() : done;
            sightings.add(reply.told());
            pause(whim);
            if (whim != Mood.Whim.MUTE) {
                send(exchange, reply);
            }
        } finally {
            underWay.decrementAndGet();
        }
    }

    private void pause(Mood.Whim whim) {
        try {
            if (whim == Mood.Whim.SLOW) {
                Thread.sleep(random.nextInt(SLOWEST));
            } else if (whim == Mood.Whim.LATE) {
                Thread.sleep(PATIENCE.multipliedBy(2).toMillis());
            }
        } catch (InterruptedException closing) {
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
