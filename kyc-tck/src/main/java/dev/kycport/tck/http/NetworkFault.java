package dev.kycport.tck.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.zip.GZIPOutputStream;

/**
 * Something that a network can do to a reply.
 *
 * @param reply what is sent in place of the documented reply
 * @param expected the codes in which the call may end
 * @param isEndless whether the reply never ends, so that only a time-out ends the call
 */
public record NetworkFault(
        String name, Function<HttpReply, ServerReply> reply, Set<String> expected, boolean isEndless) {

    private static final String NOT_UNDERSTOOD = "provider.unintelligible";
    private static final String LOST = "provider.timed-out";

    // Some clients hand out the headers before they read on, others fail at once: in both cases the request may have
    // arrived.
    private static final Set<String> BROKEN_OFF = Set.of(NOT_UNDERSTOOD, LOST);

    private static final int BOMB = 64 * 1024 * 1024;

    private static final List<NetworkFault> ALL = List.of(
            ended("reset before the reply", ServerReply.reset(), LOST),
            ended("closed without a reply", ServerReply.drop(), LOST),
            new NetworkFault(
                    "a broken chunk in the middle of the reply", any -> ServerReply.brokenChunk(), BROKEN_OFF, false),
            new NetworkFault(
                    "the end in the middle of the reply",
                    documented -> documented.endingAfter(documented.length() / 2),
                    BROKEN_OFF,
                    false),
            ended(
                    "garbage instead of HTTP",
                    ServerReply.raw("lskdu018973t09sylgasjkfg1][]'./.sdlv\r\n\r\n"),
                    NOT_UNDERSTOOD),
            ended("an empty reply", HttpReply.of(200), NOT_UNDERSTOOD),
            ended("garbage instead of JSON", HttpReply.json("{\"status\":<<<"), NOT_UNDERSTOOD),
            ended("half of the JSON", HttpReply.json("{\"status\":{\"name\":\"Te"), NOT_UNDERSTOOD),
            ended(
                    "a gzip bomb",
                    HttpReply.json("").with("Content-Encoding", "gzip").withBody(bomb()),
                    NOT_UNDERSTOOD),
            ended(
                    "a page under 200",
                    HttpReply.of(200).with("Content-Type", "text/html").withBody("<html>Welcome</html>"),
                    NOT_UNDERSTOOD),
            new NetworkFault(
                    "a success of another content type",
                    documented -> documented.with("Content-Type", "application/xml"),
                    Set.of(NOT_UNDERSTOOD),
                    false),
            ended("a redirect", HttpReply.of(307).with("Location", NetworkFaultStub.ELSEWHERE), NOT_UNDERSTOOD),
            ended(
                    "an invitation to come again",
                    HttpReply.of(503).with("Retry-After", "0"),
                    "source.down",
                    NOT_UNDERSTOOD),
            ended("a request timeout", HttpReply.of(408), LOST, NOT_UNDERSTOOD),
            endless("no reply", any -> ServerReply.stall()),
            endless("a reply that never ends", any -> ServerReply.trickle()),
            endless("a documented reply that stops after its headers", documented -> documented.stallingAfter(0)),
            endless(
                    "a documented reply that stops in its middle",
                    documented -> documented.stallingAfter(documented.length() / 2)),
            endless(
                    "a documented reply that stops before its last byte",
                    documented -> documented.stallingAfter(documented.length() - 1)));

    /** Every fault of the contract. */
    public static List<NetworkFault> all() {
        return ALL;
    }

    /** The fault of that name. */
    public static NetworkFault byName(String name) {
        return ALL.stream()
                .filter(fault -> fault.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static NetworkFault ended(String name, ServerReply reply, String... expected) {
        return new NetworkFault(name, any -> reply, Set.of(expected), false);
    }

    private static NetworkFault endless(String name, Function<HttpReply, ServerReply> reply) {
        return new NetworkFault(name, reply, Set.of(LOST), true);
    }

    private static byte[] bomb() {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write('"');
            gzip.write(new byte[BOMB]);
        } catch (IOException unexpected) {
            throw new UncheckedIOException(unexpected);
        }
        return packed.toByteArray();
    }
}
