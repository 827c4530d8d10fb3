package dev.kycport.endurance.fault;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A TCP proxy in front of a server, whose connections can be cut or silenced. */
final class FaultyTcpProxy implements AutoCloseable {

    private final int targetPort;
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private final int port;
    private ServerSocket listener;
    private volatile boolean silent;

    FaultyTcpProxy(int targetPort) throws IOException {
        this.targetPort = targetPort;
        this.listener = open(0);
        this.port = listener.getLocalPort();
    }

    int port() {
        return port;
    }

    /** Closes all connections and refuses new ones. */
    void disconnect() throws IOException {
        listener.close();
        closeConnections();
    }

    /** Drops all data in both directions, as a firewall or a dead machine does. */
    void silence() {
        silent = true;
    }

    /** Forwards again, over new connections only. */
    void restore() throws IOException {
        silent = false;
        closeConnections();
        if (listener.isClosed()) {
            listener = open(port);
        }
    }

    @Override
    public void close() throws IOException {
        disconnect();
    }

    private ServerSocket open(int listenPort) throws IOException {
        ServerSocket opened = new ServerSocket();
        opened.setReuseAddress(true);
        opened.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), listenPort));
        daemon(() -> accept(opened));
        return opened;
    }

    private void accept(ServerSocket socket) {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                Socket target = new Socket(InetAddress.getLoopbackAddress(), targetPort);
                connections.add(client);
                connections.add(target);
                daemon(() -> forward(client, target));
                daemon(() -> forward(target, client));
            } catch (IOException disconnected) {
                // The client sees its connection fail.
            }
        }
    }

    private void forward(Socket source, Socket sink) {
        byte[] buffer = new byte[8192];
        try (source;
                sink) {
            source.setTcpNoDelay(true);
            InputStream in = source.getInputStream();
            OutputStream out = sink.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (!silent) {
                    out.write(buffer, 0, read);
                }
            }
        } catch (IOException disconnected) {
            // Both sockets are closed by try-with-resources.
        }
        connections.remove(source);
        connections.remove(sink);
    }

    private void closeConnections() throws IOException {
        for (Socket connection : connections) {
            connection.close();
        }
    }

    private static void daemon(Runnable task) {
        Thread thread = new Thread(task, "tcp-proxy");
        thread.setDaemon(true);
        thread.start();
    }
}
