package dev.kycport.tck.http;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;

/** So many connections before a server that accepts none that the next one is left waiting. */
public record FullBacklog(List<Socket> waiting) implements AutoCloseable {

    private static final int MAX_CONNECTIONS = 64;

    public static FullBacklog fill(ServerSocket server) throws IOException {
        List<Socket> waiting = new ArrayList<>();
        try {
            while (waiting.size() < MAX_CONNECTIONS) {
                Socket next = new Socket();
                waiting.add(next);
                next.connect(server.getLocalSocketAddress(), 200);
            }
        } catch (SocketTimeoutException full) {
            return new FullBacklog(waiting);
        }
        return new FullBacklog(waiting);
    }

    public int size() {
        return waiting.size();
    }

    @Override
    public void close() throws IOException {
        for (Socket socket : waiting) {
            socket.close();
        }
    }
}
