package dev.kycport.adapter.deepvue;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.sun.management.ThreadMXBean;
import dev.kycport.adapter.feign.HttpSettings;
import dev.kycport.domain.failure.Oddity;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.ports.KycProvider;
import dev.kycport.tck.Canary;
import dev.kycport.tck.MovableClock;
import io.vavr.control.Either;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Replies that are too much of something: refused with little memory, and the next call is served. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class DeepvueBoundsTest {

    private static final int MIB = 1024 * 1024;
    private static final long ALLOWED = 40L * MIB;

    @RegisterExtension
    static final WireMockExtension WIRE = WireMockExtension.newInstance()
            .options(WireMockConfiguration.wireMockConfig()
                    .dynamicPort()
                    .gzipDisabled(true)
                    .disableRequestJournal())
            .build();

    private KycProvider deepvue;

    @BeforeEach
    void open() {
        DeepvueConfig usual = Recorded.config(URI.create(WIRE.baseUrl()), Canary.USUAL, Duration.ofSeconds(20));
        HttpSettings generous = new HttpSettings(
                usual.http().baseUrl(),
                Duration.ofSeconds(2),
                Duration.ofSeconds(20),
                8L * MIB,
                HttpSettings.USUAL_KEEP_ALIVE);
        deepvue = Deepvue.open(
                new DeepvueConfig(
                        generous,
                        usual.clientId(),
                        usual.clientSecret(),
                        true,
                        usual.codeNames(),
                        usual.stateNames(),
                        usual.errorNames()),
                MovableClock.usual());
        serves();
    }

    static Stream<Arguments> excesses() {
        return Stream.of(
                Arguments.of("a million entries", "{\"data\":[" + "1,".repeat(999_999) + "1]}"),
                Arguments.of("a million entries nobody asked for", "{\"extra\":[" + "1,".repeat(999_999) + "1]}"),
                Arguments.of("200 levels", "{\"data\":" + "[".repeat(200) + "]".repeat(200) + "}"),
                Arguments.of("200 levels nobody asked for", "{\"x\":" + "{\"x\":".repeat(200) + "1" + "}".repeat(201)),
                Arguments.of("a name of 10 MB", "{\"data\":{\"name\":\"" + "x".repeat(10 * MIB) + "\"}}"),
                Arguments.of("a photo of 10 MB", "{\"data\":{\"photo\":\"" + "A".repeat(10 * MIB) + "\"}}"),
                Arguments.of("a body of 100 MB", "{\"x\":\"" + "x".repeat(100 * MIB) + "\"}"),
                Arguments.of("a number of a million digits", "{\"code\":" + "1".repeat(1_000_000) + "}"),
                Arguments.of("a field name of 1 MB", "{\"" + "x".repeat(MIB) + "\":1}"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("excesses")
    void too_much_of_anything_is_refused_with_little_memory(String what, String body) {
        WIRE.resetAll();
        WIRE.stubFor(any(anyUrl()).willReturn(okJson(body)));

        long before = allocated();
        Either<ProviderFailure, ?> answer = Asking.ask(deepvue, "v2-verify-otp");
        long taken = allocated() - before;

        assertThat(answer.getLeft())
                .isInstanceOf(ProviderFailure.Unintelligible.class)
                .extracting("oddity")
                .isIn(Oddity.TOO_LARGE, Oddity.MALFORMED);
        assertThat(taken).as("bytes allocated").isLessThan(ALLOWED);
        serves();
    }

    private void serves() {
        Route.play(WIRE, "v2-verify-otp", okJson(Route.documented("v2-verify-otp")));
        assertThat(Asking.ask(deepvue, "v2-verify-otp").isRight()).isTrue();
    }

    private static long allocated() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        return threads.getThreadAllocatedBytes(Thread.currentThread().getId());
    }
}
