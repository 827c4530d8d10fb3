package dev.kycport.tck;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;

/** So many connections before a server that accepts none that the next one is left waiting. */
record Crowd(List<Socket> waiting) implements AutoCloseable {

    private static final int ENOUGH = 64;

    static Crowd before(ServerSocket server) throws IOException {
        List<Socket> waiting = new ArrayList<>();
        try {
            while (waiting.size() < ENOUGH) {
                Socket next = new Socket();
                waiting.add(next);
                next.connect(server.getLocalSocketAddress(), 200);
            }
        } catch (SocketTimeoutException full) {
            return new Crowd(waiting);
        }
        return new Crowd(waiting);
    }

    int size() {
        return waiting.size();
    }

    @Override
    public void close() throws IOException {
        for (Socket socket : waiting) {
            socket.close();
        }
    }
}
