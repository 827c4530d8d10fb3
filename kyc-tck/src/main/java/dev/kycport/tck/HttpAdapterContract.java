package dev.kycport.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.ports.spi.KycProvider;
import dev.kycport.tck.concurrency.BoundedCall;
import dev.kycport.tck.http.HttpReply;
import dev.kycport.tck.http.ServerReply;
import dev.kycport.tck.http.VendorEndpoint;
import dev.kycport.tck.http.VendorHttpCalls;
import dev.kycport.tck.http.VendorReplyServer;
import dev.kycport.tck.recording.ReplyCase;
import io.vavr.control.Either;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.TestInstance;

/** What every HTTP adapter owes, call by call, whatever the reply says or the network does. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
public abstract class HttpAdapterContract {

    /** No reply of the kit takes as long, however busy the machine is. */
    private static final Duration LIMIT = VendorEndpoint.LONG.multipliedBy(3);

    private @Nullable VendorReplyServer stub;
    private @Nullable KycProvider shared;

    /** For the contracts of the kit. */
    protected HttpAdapterContract() {}

    /** The adapter under test. */
    protected abstract VendorHttpCalls vendor();

    @AfterAll
    final void stop() {
        if (stub != null) {
            stub.close();
        }
    }

    /** The names of the calls. */
    protected final List<String> calls() {
        return vendor().calls();
    }

    /** The adapter that all tests of the class share, as the steps of a host do. */
    protected final KycProvider adapter() {
        if (shared == null) {
            shared = newAdapter();
        }
        return Objects.requireNonNull(shared);
    }

    /** Another adapter, without any connection. */
    protected final KycProvider newAdapter() {
        return newAdapter(url().toString());
    }

    /** Another adapter, with this base URL. */
    protected final KycProvider newAdapter(String url) {
        return vendor().open(VendorEndpoint.withLongTimeouts(url));
    }

    /** Where the vendor listens, without a slash at the end. */
    protected final URI url() {
        return stub().url();
    }

    /** How many connections the vendor has accepted. */
    protected final int connections() {
        return stub().connections();
    }

    /** Answers that call with this reply, and its additional calls as documented. */
    protected final void stubReply(String call, ServerReply reply) {
        stub().answer(call, reply);
    }

    /** Makes that call. */
    protected final Either<ProviderFailure, ?> invoke(KycProvider adapter, String call) {
        return BoundedCall.run(LIMIT, () -> vendor().invoke(adapter, call));
    }

    /** Fails if the provider has not received the request of that call, so that nothing was tested. */
    protected final void assertArrived(String call, String what) {
        assertThat(stub().requests(call))
                .as(
                        "requests of %s for %s. Without one nothing is tested: check that the adapter sends it to the path %s",
                        call, what, vendor().path(call))
                .isNotEmpty();
    }

    /** The documented success of that call. */
    protected final String documentedReply(String call) {
        return ReplyCase.success(vendor().vendor(), call).body();
    }

    private VendorReplyServer stub() {
        if (stub == null) {
            stub = VendorReplyServer.start(vendor(), call -> HttpReply.json(documentedReply(call)));
        }
        return Objects.requireNonNull(stub);
    }
}
