package dev.kycport.tck.http;

import dev.kycport.domain.Bytes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** A whole HTTP reply. */
public record HttpReply(int status, Map<String, String> headers, Bytes body) implements ServerReply {

    private static final String CONTENT_TYPE = "Content-Type";
    private static final int NO_CONTENT = 204;

    /** A reply of that status without a body. */
    public static HttpReply of(int status) {
        return new HttpReply(status, Map.of(), Bytes.of(new byte[0]));
    }

    /** This JSON under 200. */
    public static HttpReply json(String body) {
        return of(200).with(CONTENT_TYPE, "application/json").withBody(body);
    }

    /** The same with this header, in place of one of that name. */
    public HttpReply with(String name, String value) {
        Map<String, String> more = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        more.putAll(headers);
        more.put(name, value);
        return new HttpReply(status, more, body);
    }

    /** The same with this body. */
    public HttpReply withBody(String text) {
        return withBody(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The same with this body. */
    public HttpReply withBody(byte[] bytes) {
        return new HttpReply(status, headers, Bytes.of(bytes));
    }

    @Override
    public void send(Connection connection) throws IOException {
        begin(connection, length());
    }

    /** The same, of which so many bytes of the body are sent before the connection is closed. */
    public ServerReply endingAfter(int bytes) {
        return connection -> {
            begin(connection, bytes);
            connection.close();
        };
    }

    /** The same, of which so many bytes of the body are sent and no more for as long as the client waits. */
    public ServerReply stallingAfter(int bytes) {
        return connection -> {
            begin(connection, bytes);
            connection.awaitClose();
        };
    }

    /** How many bytes its body has. */
    public int length() {
        return body.size();
    }

    private void begin(Connection connection, int bytes) throws IOException {
        StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " -\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        // A reply of this status has no body, and must not state its length.
        if (status != NO_CONTENT) {
            head.append("Content-Length: ").append(length()).append("\r\n");
        }
        connection.write(head.append("\r\n").toString());
        connection.write(body.toArray(), bytes);
    }
}
