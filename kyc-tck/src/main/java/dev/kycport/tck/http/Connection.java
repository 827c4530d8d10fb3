package dev.kycport.tck.http;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** One connection of a client to a {@link SocketServer}. */
public final class Connection implements AutoCloseable {

    private static final String CONTINUE = "HTTP/1.1 100 Continue\r\n\r\n";
    private static final int ENDLESS = 0;

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;

    Connection(Socket socket) throws IOException {
        this.socket = socket;
        // Without it, the end of a reply in two parts waits for the client to confirm the first.
        socket.setTcpNoDelay(true);
        this.in = new BufferedInputStream(socket.getInputStream());
        this.out = socket.getOutputStream();
    }

    /** Sends these bytes at once. */
    public void write(byte[] bytes, int length) throws IOException {
        out.write(bytes, 0, length);
        out.flush();
    }

    /** Sends this ASCII text at once. */
    public void write(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        write(bytes, bytes.length);
    }

    /** Closes the connection so that the client sees a reset. */
    public void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    /** Waits until the client closes the connection, or the server does. */
    public void awaitClose() throws IOException {
        socket.setSoTimeout(ENDLESS);
        while (in.read() >= 0) {
            // A client that waits for a reply sends nothing more.
        }
    }

    /** Whether the client closes the connection within this time. */
    boolean closesWithin(Duration time) throws IOException {
        socket.setSoTimeout((int) time.toMillis());
        try {
            return in.read() < 0;
        } catch (SocketTimeoutException stillOpen) {
            return false;
        }
    }

    @Override
    public void close() {
        closeQuietly(socket);
    }

    static void closeQuietly(Closeable socket) {
        try {
            socket.close();
        } catch (IOException ignored) {
            // Nothing else can be done.
        }
    }

    /** Answers requests until the client, the handler or the server closes the connection. */
    void serve(SocketServer.Handler handler) {
        try {
            while (!socket.isClosed()) {
                handler.replyTo(read()).send(this);
            }
        } catch (IOException closed) {
            // The client has gone, or the test is over.
        }
    }

    private ReceivedRequest read() throws IOException {
        String[] request = line().split(" ", 3);
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String header = line(); !header.isEmpty(); header = line()) {
            String[] parts = header.split(":", 2);
            headers.merge(parts[0], parts[1].strip(), (first, second) -> first + ", " + second);
        }
        if ("100-continue".equalsIgnoreCase(headers.get("Expect"))) {
            write(CONTINUE);
        }
        return ReceivedRequest.of(request[0], request[1], headers, body(headers));
    }

    private byte[] body(Map<String, String> headers) throws IOException {
        return "chunked".equalsIgnoreCase(headers.get("Transfer-Encoding"))
                ? chunks()
                : exactly(Integer.parseInt(headers.getOrDefault("Content-Length", "0")));
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int length = chunkLength(); length > 0; length = chunkLength()) {
            body.writeBytes(exactly(length));
            line();
        }
        line();
        return body.toByteArray();
    }

    private int chunkLength() throws IOException {
        return Integer.parseInt(line(), 16);
    }

    private byte[] exactly(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException();
        }
        return bytes;
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int octet = in.read(); octet != '\n'; octet = in.read()) {
            if (octet < 0) {
                throw new EOFException();
            }
            line.write(octet);
        }
        return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
    }
}
