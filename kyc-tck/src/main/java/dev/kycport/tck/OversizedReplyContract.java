package dev.kycport.tck;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.failure.UnintelligibleReason;
import dev.kycport.ports.spi.KycProvider;
import dev.kycport.tck.concurrency.BoundedCall;
import dev.kycport.tck.http.ReplyFieldNames;
import dev.kycport.tck.http.VendorEndpoint;
import io.vavr.control.Either;
import java.lang.management.ManagementFactory;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
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
        assertThat(serves(adapter))
                .as("the documented call is a success. Check the first success of this call in replies.jsonl")
                .isTrue();
        stubReply(vendor().verifyCall(), okJson(body));

        AtomicLong taken = new AtomicLong();
        Either<ProviderFailure, ?> answer = BoundedCall.run(VendorEndpoint.LONG.multipliedBy(3), () -> {
            long before = allocated();
            Either<ProviderFailure, ?> own = vendor().invoke(adapter, vendor().verifyCall());
            taken.set(allocated() - before);
            return own;
        });

        assertArrived(vendor().verifyCall(), what);
        assertThat(answer.fold(ProviderFailure::reason, verdict -> Optional.empty()))
                .as("%s with %s. Check that reading stops at the limit", vendor().verifyCall(), what)
                .isIn(Optional.of(UnintelligibleReason.TOO_LARGE), Optional.of(UnintelligibleReason.MALFORMED));
        assertThat(taken.get())
                .as(
                        "bytes allocated to read %s. Check that reading stops at the limit instead of being measured afterwards",
                        what)
                .isLessThan(ALLOWED);
        assertThat(serves(adapter))
                .as("the documented call is a success after %s", what)
                .isTrue();
    }

    private boolean serves(KycProvider adapter) {
        stubReply(vendor().verifyCall(), okJson(documentedReply(vendor().verifyCall())));
        return invoke(adapter, vendor().verifyCall()).isRight();
    }

    private static String field(String name, String text) {
        return "{\"" + name + "\":\"" + text + "\"}";
    }

    private static long allocated() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        return threads.getThreadAllocatedBytes(Thread.currentThread().getId());
    }
}
