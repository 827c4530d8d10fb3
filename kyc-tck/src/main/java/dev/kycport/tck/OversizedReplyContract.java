package dev.kycport.tck;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.failure.UnintelligibleReason;
import dev.kycport.ports.spi.KycProvider;
import dev.kycport.tck.concurrency.BoundedCall;
import dev.kycport.tck.http.HttpReply;
import dev.kycport.tck.http.ReplyFieldNames;
import dev.kycport.tck.http.ServerReply;
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
                excess("a million entries", payload + "[1", ",1", 999_999, "]}"),
                excess("a million entries nobody asked for", "{\"extra\":[1", ",1", 999_999, "]}"),
                Arguments.of("200 levels", HttpReply.json(payload + "[".repeat(200) + "]".repeat(200) + "}")),
                Arguments.of(
                        "200 levels nobody asked for",
                        HttpReply.json("{\"x\":" + "{\"x\":".repeat(200) + "1" + "}".repeat(201))),
                excess("a name of 10 MB", payload + "{\"" + fields.name() + "\":\"", "x", 10 * MIB, "\"}}"),
                excess("a photo of 10 MB", payload + "{\"" + fields.photo() + "\":\"", "A", 10 * MIB, "\"}}"),
                excess("a body of 100 MB", "{\"x\":\"", "x", 100 * MIB, "\"}"),
                excess("a number of a million digits", "{\"" + fields.code() + "\":", "1", 1_000_000, "}"),
                excess("a field name of 1 MB", "{\"", "x", MIB, "\":\"1\"}"));
    }

    private static Arguments excess(String what, String beginning, String text, int times, String end) {
        return Arguments.of(what, ServerReply.repeating(beginning, text, times, end));
    }

    /** If it fails, check that reading stops at each limit, and that the decoder has limits of its own. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("excesses")
    final void too_much_of_anything_is_refused_with_little_memory(String what, ServerReply reply) {
        KycProvider adapter = newAdapter();
        assertThat(serves(adapter))
                .as("the documented call is a success. Check the first success of this call in replies.jsonl")
                .isTrue();
        stubReply(vendor().verifyCall(), reply);

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
        stubReply(vendor().verifyCall(), HttpReply.json(documentedReply(vendor().verifyCall())));
        return invoke(adapter, vendor().verifyCall()).isRight();
    }

    private static long allocated() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        return threads.getThreadAllocatedBytes(Thread.currentThread().getId());
    }
}
