package dev.kycport.tck.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An HTTP server on a loopback port of its own whose replies are written byte by byte, so that a test decides where a reply stops
 * and when the connection ends. A reply that never ends goes on until the client or the test closes the connection, and hangs on
 * no clock.
 */
public final class SocketServer implements AutoCloseable {

    private static final int BACKLOG = 128;
    private static final String PROBE = "GET /probe HTTP/1.1\r\nHost: localhost\r\n\r\n";

    private final ServerSocket socket;
    private final Handler handler;
    private final AtomicInteger accepted = new AtomicInteger();
    private final AtomicInteger probes = new AtomicInteger();
    private final Set<Connection> open = ConcurrentHashMap.newKeySet();

    private SocketServer(ServerSocket socket, Handler handler) {
        this.socket = socket;
        this.handler = handler;
    }

    /** Decides what is replied. Several connections ask at once. */
    @FunctionalInterface
    public interface Handler {
        /** The reply to this request. */
        ServerReply replyTo(ReceivedRequest request);
    }

    /** A server that answers every request by this handler, each connection in a thread of its own. */
    public static SocketServer start(Handler handler) {
        try {
            ServerSocket socket = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
            SocketServer server = new SocketServer(socket, handler);
            run("accepts connections", server::accept);
            return server;
        } catch (IOException unexpected) {
            throw new UncheckedIOException(unexpected);
        }
    }

    /** Where it listens, without a slash at the end. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }

    /** How many connections clients have opened so far. The handler is asked once more for it. */
    public int connections() {
        // Connections are accepted in their order: once this one is answered, all that were opened before it are
        // counted.
        try (Socket last = new Socket(socket.getInetAddress(), socket.getLocalPort())) {
            last.getOutputStream().write(PROBE.getBytes(StandardCharsets.US_ASCII));
            last.getInputStream().read();
            return accepted.get() - probes.incrementAndGet();
        } catch (IOException unexpected) {
            throw new UncheckedIOException(unexpected);
        }
    }

    /** Ends every connection. */
    @Override
    public void close() {
        Connection.closeQuietly(socket);
        open.forEach(Connection::close);
    }

    private void accept() {
        try {
            while (!socket.isClosed()) {
                serve(socket.accept());
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void serve(Socket client) throws IOException {
        accepted.incrementAndGet();
        Connection connection = new Connection(client);
        open.add(connection);
        run("serves a connection", () -> {
            try (connection) {
                connection.serve(handler);
            } finally {
                open.remove(connection);
            }
        });
        if (socket.isClosed()) {
            connection.close();
        }
    }

    private static void run(String name, Runnable task) {
        Thread thread = new Thread(task, "tck " + name);
        thread.setDaemon(true);
        thread.start();
    }
}
