package dev.kycport.adapter.deepvue;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.ports.KycProvider;
import dev.kycport.tck.Canary;
import io.vavr.control.Either;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

/** With every log of every library turned up as far as it goes, java.util.logging included, no secret is in any of them. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class DeepvueCanaryTest {

    private static final Canary CANARY = Canary.USUAL;
    private static final String ECHO =
            String.join(" ", CANARY.number(), CANARY.otp(), CANARY.captcha(), CANARY.code(), CANARY.clientSecret());

    @RegisterExtension
    static final WireMockExtension WIRE = WireMockExtension.newInstance()
            .options(WireMockConfiguration.wireMockConfig().dynamicPort().gzipDisabled(true))
            .build();

    private static final Map<String, ResponseDefinitionBuilder> REPLIES = Map.of(
            "garbage that echoes", okJson("{" + ECHO),
            "an error that echoes",
                    aResponse()
                            .withStatus(400)
                            .withBody("{\"code\":400,\"sub_code\":\"" + CANARY.number() + "\",\"transaction_id\":\""
                                    + CANARY.otp() + "\",\"message\":\"" + ECHO + "\"}"),
            "an id that echoes",
                    aResponse()
                            .withStatus(500)
                            .withBody("{\"sub_code\":\"BAD_" + CANARY.otp() + "\",\"transaction_id\":\"tx-"
                                    + CANARY.number() + "\"}"),
            "a type that is wrong", okJson("{\"code\":200,\"data\":\"" + ECHO + "\",\"sub_code\":[\"" + ECHO + "\"]}"),
            "a reset", aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER),
            "garbage", aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE));

    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final java.util.logging.Logger oldRoot = java.util.logging.Logger.getLogger("");
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final OldLines oldLines = new OldLines();
    private Level usual = Level.WARN;
    private java.util.logging.Level oldUsual = java.util.logging.Level.INFO;

    @BeforeEach
    void listen() {
        usual = root.getLevel();
        oldUsual = oldRoot.getLevel();
        root.iteratorForAppenders().forEachRemaining(appender -> root.detachAppender(appender));
        lines.start();
        root.addAppender(lines);
        root.setLevel(Level.TRACE);
        oldLines.setLevel(java.util.logging.Level.ALL);
        oldRoot.addHandler(oldLines);
        oldRoot.setLevel(java.util.logging.Level.ALL);
        Collections.list(LogManager.getLogManager().getLoggerNames()).stream()
                .filter(name -> name.startsWith("okhttp3") || name.startsWith("jdk.internal.httpclient"))
                .forEach(name -> java.util.logging.Logger.getLogger(name).setLevel(java.util.logging.Level.ALL));
    }

    @AfterEach
    void stop_listening() {
        root.detachAppender(lines);
        root.setLevel(usual);
        oldRoot.removeHandler(oldLines);
        oldRoot.setLevel(oldUsual);
    }

    static Stream<Arguments> replies() {
        return Asking.CALLS.stream()
                .flatMap(call -> Stream.concat(Stream.of("as documented"), REPLIES.keySet().stream())
                        .map(reply -> Arguments.of(call, reply)));
    }

    @ParameterizedTest
    @MethodSource("replies")
    void no_log_line_and_no_failure_carries_a_secret(String call, String reply) {
        Route.play(WIRE, call, REPLIES.getOrDefault(reply, okJson(Route.documented(call))));
        KycProvider deepvue = Recorded.at(URI.create(WIRE.baseUrl()), CANARY, Duration.ofSeconds(10));

        Either<ProviderFailure, ?> answer = Asking.ask(deepvue, call);

        assertThat(CANARY.in("failure", answer.fold(ProviderFailure::toString, verdict -> "")))
                .isEmpty();
        assertThat(CANARY.in("verdict", answer.fold(failure -> "", Object::toString)))
                .isEmpty();
        assertThat(CANARY.in("log", said())).isEmpty();
        assertThat(said()).as("one line about the call").anyMatch(line -> line.contains("deepvue "));
    }

    private List<String> said() {
        List<String> said = new ArrayList<>(
                lines.list.stream().map(ILoggingEvent::getFormattedMessage).toList());
        said.addAll(oldLines.lines);
        return said;
    }

    private static final class OldLines extends Handler {

        private final List<String> lines = Collections.synchronizedList(new ArrayList<>());

        @Override
        public void publish(LogRecord event) {
            lines.add(event.getLoggerName() + " " + event.getMessage() + " " + event.getThrown());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
