package dev.kycport.adapter.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The way to a server on this machine, which can be cut and mended, or swallow everything. */
final class Cable implements AutoCloseable {

    private final int server;
    private final ServerSocket entrance;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private volatile State state = State.WHOLE;

    private Cable(int server) throws IOException {
        this.server = server;
        this.entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    /** One to the server on that port. */
    static Cable to(int server) {
        try {
            Cable cable = new Cable(server);
            cable.threads.execute(cable::accept);
            return cable;
        } catch (IOException failed) {
            throw new AssertionError("no port for a cable", failed);
        }
    }

    int port() {
        return entrance.getLocalPort();
    }

    /** Every connection breaks, and there are no new ones. */
    void cut() {
        state = State.CUT;
        open.forEach(Cable::close);
        open.clear();
    }

    /** Connections stay and new ones come about, but nothing gets through. */
    void swallow() {
        state = State.SWALLOWING;
    }

    /** New connections get through; those that swallowed something are of no use any more. */
    void mend() {
        cut();
        state = State.WHOLE;
    }

    @Override
    public void close() {
        cut();
        close(entrance);
        threads.shutdownNow();
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                Socket client = entrance.accept();
                open.add(client);
                if (state == State.CUT) {
                    close(client);
                } else if (state == State.WHOLE) {
                    connect(client);
                }
            } catch (IOException ignored) {
                // The entrance was closed, or the server refused: the client sees it.
            }
        }
    }

    private void connect(Socket client) throws IOException {
        Socket through = new Socket(InetAddress.getLoopbackAddress(), server);
        open.add(through);
        threads.execute(() -> pump(client, through));
        threads.execute(() -> pump(through, client));
    }

    private void pump(Socket from, Socket to) {
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            byte[] some = new byte[8192];
            for (int read = in.read(some); read >= 0; read = in.read(some)) {
                if (state == State.WHOLE) {
                    out.write(some, 0, read);
                }
            }
        } catch (IOException broken) {
            close(to);
        }
    }

    private static void close(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (Exception ignored) {
            // It was broken already.
        }
    }

    private enum State {
        WHOLE,
        CUT,
        SWALLOWING
    }
}
