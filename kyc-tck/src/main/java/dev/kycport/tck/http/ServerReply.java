package dev.kycport.tck.http;

import java.io.IOException;
import java.time.Duration;

/** What is sent to a client that made a request. */
@FunctionalInterface
public interface ServerReply {

    /** How often a trickling reply sends another byte: far more often than any time-out between two bytes. */
    Duration TRICKLE = Duration.ofMillis(50);

    /** How many bytes of a long reply are written at once. */
    int BLOCK = 64 * 1024;

    /** Sends it. The connection is used again afterwards unless it is closed. */
    void send(Connection connection) throws IOException;

    /** Nothing: the connection is closed. */
    static ServerReply drop() {
        return Connection::close;
    }

    /** Nothing: the connection is reset. */
    static ServerReply reset() {
        return Connection::reset;
    }

    /** Nothing, for as long as the client waits. */
    static ServerReply stall() {
        return Connection::awaitClose;
    }

    /** JSON under 200 that has this text so many times between a beginning and an end. It is not held in memory. */
    static ServerReply repeating(String beginning, String text, int times, String end) {
        return connection -> {
            connection.write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
                    + (beginning.length() + (long) text.length() * times + end.length()) + "\r\n\r\n" + beginning);
            int atOnce = Math.min(times, BLOCK / text.length());
            String block = text.repeat(atOnce);
            for (int left = times; left > 0; left -= atOnce) {
                connection.write(left < atOnce ? text.repeat(left) : block);
            }
            connection.write(end);
        };
    }

    /** These characters instead of HTTP, then the end of the connection. */
    static ServerReply raw(String text) {
        return connection -> {
            connection.write(text);
            connection.close();
        };
    }

    /** JSON that begins at once and goes on with a space now and then, for as long as the client reads. */
    static ServerReply trickle() {
        return connection -> {
            connection.write(
                    "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n{\r\n");
            while (!connection.closesWithin(TRICKLE)) {
                connection.write("1\r\n \r\n");
            }
        };
    }

    /** A chunked reply with a chunk that is none. */
    static ServerReply brokenChunk() {
        return raw(
                "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{\"\r\nno chunk\r\n");
    }
}
