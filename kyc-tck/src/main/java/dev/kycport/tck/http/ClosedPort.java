package dev.kycport.tck.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;

/** A port that refuses connections: it is taken, so that no other program can listen on it meanwhile, and nothing listens. */
public record ClosedPort(Socket socket) implements AutoCloseable {

    /** A port of its own. */
    public static ClosedPort open() {
        try {
            Socket socket = new Socket();
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            return new ClosedPort(socket);
        } catch (IOException unexpected) {
            throw new UncheckedIOException(unexpected);
        }
    }

    /** Its address, without a slash at the end. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }

    @Override
    public void close() {
        Connection.closeQuietly(socket);
    }
}
