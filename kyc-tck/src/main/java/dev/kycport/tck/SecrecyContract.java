package dev.kycport.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.ports.spi.KycProvider;
import dev.kycport.tck.http.HttpReply;
import dev.kycport.tck.http.ReplyFieldNames;
import dev.kycport.tck.http.ServerReply;
import dev.kycport.tck.recording.Recording;
import dev.kycport.tck.secrecy.Canary;
import dev.kycport.tck.secrecy.LogCapture;
import io.vavr.control.Either;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** With every log of every library turned up as far as it goes, {@code java.util.logging} included, no secret gets out. */
public abstract class SecrecyContract extends HttpAdapterContract {

    private static final Canary CANARY = Canary.DEFAULT;
    private static final String DOCUMENTED = "as documented";
    private static final String GARBAGE = "lskdu018973t09sylgasjkfg1][]'./.sdlv\r\n\r\n";
    private static final String ECHO =
            String.join(" ", CANARY.number(), CANARY.otp(), CANARY.captcha(), CANARY.code(), CANARY.clientSecret());

    private final Logger rootLogger = Logger.getLogger("");
    private final Level previousLevel = rootLogger.getLevel();

    /** For the adapter's test. */
    protected SecrecyContract() {}

    @BeforeAll
    final void raise_log_level() {
        rootLogger.setLevel(Level.ALL);
    }

    @AfterAll
    final void restore_log_level() {
        rootLogger.setLevel(previousLevel);
    }

    final Stream<Arguments> replies() {
        return calls().stream()
                .flatMap(call -> replies(call).keySet().stream().map(reply -> Arguments.of(call, reply)));
    }

    /** If it fails, check what is quoted from a reply, and the request logs of the client and the framework. */
    @ParameterizedTest
    @MethodSource("replies")
    final void no_log_line_and_no_failure_carries_a_secret(String call, String reply) {
        KycProvider adapter = newAdapter();
        stubReply(call, Objects.requireNonNull(replies(call).get(reply)));

        try (LogCapture log = LogCapture.start()) {
            Either<ProviderFailure, ?> answer = invoke(adapter, call);

            assertArrived(call, reply);
            assertThat(answer.isRight())
                    .as("%s with the reply \"%s\" succeeds, in %s", call, reply, answer)
                    .isEqualTo(reply.equals(DOCUMENTED));
            assertThat(CANARY.findIn("answer", answer.fold(failure -> failure, verdict -> verdict)))
                    .as(
                            "secrets in the answer of %s with the reply \"%s\". Check what is quoted from a reply",
                            call, reply)
                    .isEmpty();
            assertThat(CANARY.findIn("log", log.lines()))
                    .as(
                            "secrets in the log of %s with the reply \"%s\". Check the request logs of client and framework",
                            call, reply)
                    .isEmpty();
        }
    }

    private Map<String, ServerReply> replies(String call) {
        ReplyFieldNames fields = vendor().fields();
        return new TreeMap<>(Map.of(
                DOCUMENTED,
                HttpReply.json(documentedReply(call)),
                "garbage that echoes",
                HttpReply.json("{" + ECHO),
                "an error that echoes",
                error(400, fields.code(), CANARY.number(), fields.transaction(), CANARY.otp(), fields.text(), ECHO),
                "an id that echoes",
                error(500, fields.code(), "BAD_" + CANARY.otp(), fields.transaction(), "tx-" + CANARY.number()),
                "a type that is wrong",
                HttpReply.json(
                        "{\"" + fields.payload() + "\":\"" + ECHO + "\",\"" + fields.code() + "\":[\"" + ECHO + "\"]}"),
                "a reset",
                ServerReply.reset(),
                "garbage",
                ServerReply.raw(GARBAGE)));
    }

    private static HttpReply error(int status, String... namesAndTexts) {
        Map<String, String> body = new TreeMap<>();
        for (int at = 0; at < namesAndTexts.length; at += 2) {
            body.put(namesAndTexts[at], namesAndTexts[at + 1]);
        }
        return HttpReply.of(status).withBody(Recording.JSON.valueToTree(body).toString());
    }
}
