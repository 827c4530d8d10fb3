package dev.kycport.adapter.feign;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** Says these bytes to every request and hangs up, politely or with a reset. */
final class RawServer implements AutoCloseable {

    private final ServerSocket socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    private final AtomicInteger requests = new AtomicInteger();
    private final byte[] reply;
    private final boolean reset;

    private RawServer(String reply, boolean reset) throws IOException {
        this.reply = reply.getBytes(StandardCharsets.UTF_8);
        this.reset = reset;
        Thread serving = new Thread(this::serve, "a raw server");
        serving.setDaemon(true);
        serving.start();
    }

    static RawServer answering(String reply) throws IOException {
        return new RawServer(reply, false);
    }

    static RawServer resettingAfter(String reply) throws IOException {
        return new RawServer(reply, true);
    }

    String url() {
        return "http://127.0.0.1:" + socket.getLocalPort();
    }

    int requests() {
        return requests.get();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void serve() {
        boolean open = true;
        while (open) {
            open = servesAnother();
        }
    }

    private boolean servesAnother() {
        try (Socket client = socket.accept()) {
            answer(client);
            return true;
        } catch (IOException gone) {
            return !socket.isClosed();
        }
    }

    private void answer(Socket client) throws IOException {
        BufferedReader request =
                new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
        if (request.lines().takeWhile(line -> !line.isEmpty()).count() == 0) {
            return;
        }
        requests.incrementAndGet();
        client.getOutputStream().write(reply);
        // Closed without lingering, a connection ends with RST instead of FIN.
        client.setSoLinger(reset, 0);
    }
}
