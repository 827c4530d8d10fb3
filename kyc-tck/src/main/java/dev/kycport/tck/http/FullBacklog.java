package dev.kycport.tck.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** A server that accepts no connection and has so many waiting that the next one is not even queued. */
public record FullBacklog(ServerSocket server, List<Socket> waiting) implements AutoCloseable {

    private static final int MAX_CONNECTIONS = 64;
    private static final int QUEUED_AT_ONCE_MILLIS = 200;

    /** Such a server on a loopback port of its own. */
    public static FullBacklog open() {
        try {
            FullBacklog backlog =
                    new FullBacklog(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()), new ArrayList<>());
            backlog.fill();
            return backlog;
        } catch (IOException unexpected) {
            throw new UncheckedIOException(unexpected);
        }
    }

    /** Its address, without a slash at the end. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    @Override
    public void close() {
        waiting.forEach(Connection::closeQuietly);
        Connection.closeQuietly(server);
    }

    private void fill() throws IOException {
        while (waiting.size() < MAX_CONNECTIONS) {
            Socket next = new Socket();
            waiting.add(next);
            try {
                next.connect(server.getLocalSocketAddress(), QUEUED_AT_ONCE_MILLIS);
            } catch (SocketTimeoutException full) {
                return;
            }
        }
        throw new AssertionError("the backlog takes more than " + MAX_CONNECTIONS + " connections");
    }
}
