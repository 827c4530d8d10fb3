package dev.kycport.tck;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.failure.UnintelligibleReason;
import dev.kycport.ports.spi.KycProvider;
import dev.kycport.tck.http.ReplyFieldNames;
import dev.kycport.tck.http.VendorEndpoint;
import io.vavr.control.Either;
import java.lang.management.ManagementFactory;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Replies that are too much of something: refused with little memory, and the next call is served. */
public abstract class OversizedReplyContract extends HttpAdapterContract {

    private static final int MIB = 1024 * 1024;
    private static final long ALLOWED = 40L * MIB;

    /** For the adapter's test. */
    protected OversizedReplyContract() {}

    final Stream<Arguments> excesses() {
        ReplyFieldNames fields = vendor().fields();
        String payload = "{\"" + fields.payload() + "\":";
        return Stream.of(
                Arguments.of("a million entries", payload + "[" + "1,".repeat(999_999) + "1]}"),
                Arguments.of("a million entries nobody asked for", "{\"extra\":[" + "1,".repeat(999_999) + "1]}"),
                Arguments.of("200 levels", payload + "[".repeat(200) + "]".repeat(200) + "}"),
                Arguments.of("200 levels nobody asked for", "{\"x\":" + "{\"x\":".repeat(200) + "1" + "}".repeat(201)),
                Arguments.of("a name of 10 MB", payload + field(fields.name(), "x".repeat(10 * MIB)) + "}"),
                Arguments.of("a photo of 10 MB", payload + field(fields.photo(), "A".repeat(10 * MIB)) + "}"),
                Arguments.of("a body of 100 MB", field("x", "x".repeat(100 * MIB))),
                Arguments.of(
                        "a number of a million digits", "{\"" + fields.code() + "\":" + "1".repeat(1_000_000) + "}"),
                Arguments.of("a field name of 1 MB", field("x".repeat(MIB), "1")));
    }

    /** If it fails, check that reading stops at each limit, and that the decoder has limits of its own. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("excesses")
    final void too_much_of_anything_is_refused_with_little_memory(String what, String body) {
        KycProvider adapter = vendor().open(VendorEndpoint.withLongTimeouts(http()));
        assertThat(serves(adapter)).as("before").isTrue();
        stubReply(vendor().verifyCall(), okJson(body));

        long before = allocated();
        Either<ProviderFailure, ?> answer = vendor().invoke(adapter, vendor().verifyCall());
        long taken = allocated() - before;

        assertThat(answer.getLeft().kind()).isEqualTo(ProviderFailure.Kind.UNINTELLIGIBLE);
        assertThat(answer.getLeft().reason().orElseThrow())
                .isIn(UnintelligibleReason.TOO_LARGE, UnintelligibleReason.MALFORMED);
        assertThat(taken).as("bytes allocated").isLessThan(ALLOWED);
        assertThat(serves(adapter)).as("afterwards").isTrue();
    }

    private boolean serves(KycProvider adapter) {
        stubReply(vendor().verifyCall(), okJson(documentedReply(vendor().verifyCall())));
        return vendor().invoke(adapter, vendor().verifyCall()).isRight();
    }

    private static String field(String name, String text) {
        return "{\"" + name + "\":\"" + text + "\"}";
    }

    private static long allocated() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        return threads.getThreadAllocatedBytes(Thread.currentThread().getId());
    }
}
