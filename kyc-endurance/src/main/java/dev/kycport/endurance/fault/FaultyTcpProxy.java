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

/** A cable between an installation and its database, which can be cut and mended. */
final class FaultyTcpProxy implements AutoCloseable {

    private final int targetPort;
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private final int port;
    private ServerSocket listener;
    private volatile boolean silent;

    FaultyTcpProxy(int server) throws IOException {
        this.targetPort = server;
        this.listener = open(0);
        this.port = listener.getLocalPort();
    }

    int port() {
        return port;
    }

    /** Ends every connection and takes no new ones. */
    void disconnect() throws IOException {
        listener.close();
        closeConnections();
    }

    /** Swallows everything that is sent and says nothing more, which is what a firewall or a dead machine does. */
    void silence() {
        silent = true;
    }

    /** Makes it whole; what was swallowed is lost with its connections. */
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

    private void accept(ServerSocket listenPort) {
        while (!listenPort.isClosed()) {
            try {
                Socket client = listenPort.accept();
                Socket target = new Socket(InetAddress.getLoopbackAddress(), targetPort);
                connections.add(client);
                connections.add(target);
                daemon(() -> forward(client, target));
                daemon(() -> forward(target, client));
            } catch (IOException disconnected) {
                // The one who called will notice.
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
            // Both ends are closed by now.
        }
        connections.remove(source);
        connections.remove(sink);
    }

    private void closeConnections() throws IOException {
        for (Socket end : connections) {
            end.close();
        }
    }

    private static void daemon(Runnable task) {
        Thread thread = new Thread(task, "cable");
        thread.setDaemon(true);
        thread.start();
    }
}
