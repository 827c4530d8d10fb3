package dev.kycport.tck;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.ports.KycProvider;
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
public abstract class SecrecyContract extends WireContract {

    private static final Canary CANARY = Canary.USUAL;
    private static final String ECHO =
            String.join(" ", CANARY.number(), CANARY.otp(), CANARY.captcha(), CANARY.code(), CANARY.clientSecret());

    private final Logger oldRoot = Logger.getLogger("");
    private final Level oldLevel = oldRoot.getLevel();

    /** For the adapter's test. */
    protected SecrecyContract() {}

    @BeforeAll
    final void turn_up() {
        oldRoot.setLevel(Level.ALL);
    }

    @AfterAll
    final void turn_down() {
        oldRoot.setLevel(oldLevel);
    }

    final Stream<Arguments> replies() {
        return calls().stream()
                .flatMap(call -> replies(call).keySet().stream().map(reply -> Arguments.of(call, reply)));
    }

    /** If it fails, check what is quoted from a reply, and the request logs of the client and the framework. */
    @ParameterizedTest
    @MethodSource("replies")
    final void no_log_line_and_no_failure_carries_a_secret(String call, String reply) {
        KycProvider adapter = vendor().open(VendorLink.patient(http()));
        play(call, Objects.requireNonNull(replies(call).get(reply)));

        try (LogCapture log = LogCapture.start()) {
            Either<ProviderFailure, ?> answer = vendor().ask(adapter, call);

            assertThat(CANARY.in("answer", answer.fold(failure -> failure, verdict -> verdict)))
                    .isEmpty();
            assertThat(CANARY.in("log", log.lines())).isEmpty();
        }
    }

    private Map<String, ResponseDefinitionBuilder> replies(String call) {
        VendorFields fields = vendor().fields();
        return new TreeMap<>(Map.of(
                "as documented", okJson(documented(call)),
                "garbage that echoes", okJson("{" + ECHO),
                "an error that echoes",
                        error(
                                400,
                                fields.code(),
                                CANARY.number(),
                                fields.transaction(),
                                CANARY.otp(),
                                fields.text(),
                                ECHO),
                "an id that echoes",
                        error(500, fields.code(), "BAD_" + CANARY.otp(), fields.transaction(), "tx-" + CANARY.number()),
                "a type that is wrong",
                        okJson("{\"" + fields.payload() + "\":\"" + ECHO + "\",\"" + fields.code() + "\":[\"" + ECHO
                                + "\"]}"),
                "a reset", aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER),
                "garbage", aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE)));
    }

    private static ResponseDefinitionBuilder error(int status, String... namesAndTexts) {
        Map<String, String> body = new TreeMap<>();
        for (int at = 0; at < namesAndTexts.length; at += 2) {
            body.put(namesAndTexts[at], namesAndTexts[at + 1]);
        }
        return aResponse()
                .withStatus(status)
                .withBody(Recording.JSON.valueToTree(body).toString());
    }
}
