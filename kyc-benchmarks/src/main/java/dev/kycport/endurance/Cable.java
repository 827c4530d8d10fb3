package dev.kycport.endurance;

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
final class Cable implements AutoCloseable {

    private final int server;
    private final Set<Socket> ends = ConcurrentHashMap.newKeySet();
    private final int port;
    private ServerSocket entry;
    private volatile boolean silent;

    Cable(int server) throws IOException {
        this.server = server;
        this.entry = open(0);
        this.port = entry.getLocalPort();
    }

    int port() {
        return port;
    }

    /** Ends every connection and takes no new ones. */
    void cut() throws IOException {
        entry.close();
        hangUp();
    }

    /** Swallows everything that is sent and says nothing more, which is what a firewall or a dead machine does. */
    void silence() {
        silent = true;
    }

    /** Makes it whole; what was swallowed is lost with its connections. */
    void mend() throws IOException {
        silent = false;
        hangUp();
        if (entry.isClosed()) {
            entry = open(port);
        }
    }

    @Override
    public void close() throws IOException {
        cut();
    }

    private ServerSocket open(int at) throws IOException {
        ServerSocket opened = new ServerSocket();
        opened.setReuseAddress(true);
        opened.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), at));
        daemon(() -> accept(opened));
        return opened;
    }

    private void accept(ServerSocket at) {
        while (!at.isClosed()) {
            try {
                Socket caller = at.accept();
                Socket callee = new Socket(InetAddress.getLoopbackAddress(), server);
                ends.add(caller);
                ends.add(callee);
                daemon(() -> carry(caller, callee));
                daemon(() -> carry(callee, caller));
            } catch (IOException cut) {
                // The one who called will notice.
            }
        }
    }

    private void carry(Socket from, Socket to) {
        byte[] buffer = new byte[8192];
        try (from;
                to) {
            from.setTcpNoDelay(true);
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (!silent) {
                    out.write(buffer, 0, read);
                }
            }
        } catch (IOException cut) {
            // Both ends are closed by now.
        }
        ends.remove(from);
        ends.remove(to);
    }

    private void hangUp() throws IOException {
        for (Socket end : ends) {
            end.close();
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "cable");
        thread.setDaemon(true);
        thread.start();
    }
}
