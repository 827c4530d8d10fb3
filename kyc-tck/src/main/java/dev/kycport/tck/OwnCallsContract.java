package dev.kycport.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.ports.spi.KycProvider;
import dev.kycport.tck.concurrency.BoundedCall;
import dev.kycport.tck.concurrency.Race;
import dev.kycport.tck.http.HttpReply;
import dev.kycport.tck.http.NetworkFault;
import dev.kycport.tck.http.OwnCallsStub;
import dev.kycport.tck.http.VendorEndpoint;
import dev.kycport.tck.http.VendorHttpCalls;
import dev.kycport.tck.recording.ReplyCase;
import dev.kycport.tck.sample.MovableClock;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What an adapter owes that makes calls of its own, above all for an access token: fetched once for all callers, kept for as long
 * as the vendor says by the clock handed in, fetched again once when the vendor refuses it, and never a reason to doubt whether a
 * code was sent.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
public abstract class OwnCallsContract {

    private static final int CALLERS = 5;
    private static final Duration LIMIT = VendorEndpoint.LONG.multipliedBy(3);

    /** For replies that never end. Where a busy machine lets it pass before anything is sent, the verdict is the same. */
    private static final Duration SHORT = Duration.ofMillis(300);

    private final MovableClock clock = MovableClock.atSampleTime();

    /** For the adapter's test. */
    protected OwnCallsContract() {}

    /** The adapter under test. */
    protected abstract VendorHttpCalls vendor();

    /** How long the reply to the documented own call is valid. */
    protected abstract Duration life();

    // Where an endless reply stops is of no matter for an own call, and its content type is the vendor's affair.
    final Stream<String> faults() {
        return NetworkFault.all().stream()
                .map(NetworkFault::name)
                .filter(name -> !name.startsWith("a documented reply") && !name.contains("content type"));
    }

    /** If it fails, check that callers wait for the own call that is under way instead of making their own. */
    @Test
    final void callers_at_the_same_time_share_one_own_call() {
        try (OwnCallsStub stub = start()) {
            KycProvider adapter = open(stub, VendorEndpoint.LONG);

            List<Either<ProviderFailure, ?>> answers = Race.run(CALLERS, caller -> invoke(adapter));

            assertThat(answers).as("%d calls at the same time", CALLERS).allMatch(Either::isRight);
            assertThat(stub.ownRequests())
                    .as("own requests for %d calls at the same time. Let the others wait for the first", CALLERS)
                    .isEqualTo(1);
        }
    }

    /** If it fails, check that what an own call returned is kept, and expires by the clock handed in, not by the system's. */
    @Test
    final void what_an_own_call_returned_is_kept_until_it_expires_by_the_clock_handed_in() {
        try (OwnCallsStub stub = start()) {
            KycProvider adapter = open(stub, VendorEndpoint.LONG);
            invoke(adapter);
            clock.advance(life().dividedBy(2));
            invoke(adapter);
            assertThat(stub.ownRequests())
                    .as("own requests until half of %s has passed. Keep what it returned", life())
                    .isEqualTo(1);

            clock.advance(life());
            Either<ProviderFailure, ?> answer = invoke(adapter);

            assertThat(stub.ownRequests())
                    .as("own requests after %s has passed. Compare the expiry with the clock handed in", life())
                    .isEqualTo(2);
            assertThat(answer.isRight()).as("the call after it: %s", answer).isTrue();
        }
    }

    /** If it fails, check what the failure of an own call becomes: the call itself was not made, so another provider may be asked. */
    @ParameterizedTest
    @MethodSource("faults")
    final void a_failed_own_call_proves_that_nothing_was_sent_and_is_not_kept(String name) {
        NetworkFault fault = NetworkFault.byName(name);
        try (OwnCallsStub stub = start()) {
            KycProvider adapter = open(stub, fault.isEndless() ? SHORT : VendorEndpoint.LONG);
            stub.breakOwnCalls(fault);

            Either<ProviderFailure, ?> answer = invoke(adapter);

            assertThat(answer.fold(ProviderFailure::provesNothingSent, verdict -> false))
                    .as("an own call that met \"%s\" proves that nothing was sent, and not: %s", name, answer)
                    .isTrue();
            assertThat(stub.requests())
                    .as("requests after an own call that met \"%s\"", name)
                    .isZero();
            stub.repair();
            Either<ProviderFailure, ?> next = invoke(open(stub, VendorEndpoint.LONG));
            assertThat(next.isRight())
                    .as("the next call of a new adapter: %s", next)
                    .isTrue();
            if (!fault.isEndless()) {
                Either<ProviderFailure, ?> again = invoke(adapter);
                assertThat(again.isRight())
                        .as("the next call of the same adapter: %s. Do not keep a failure", again)
                        .isTrue();
            }
        }
    }

    /** If it fails, check that a refused token is fetched again, once, and that the request that was turned away goes again. */
    @Test
    final void a_refused_token_is_renewed_once_and_the_request_goes_again() {
        try (OwnCallsStub stub = start()) {
            KycProvider adapter = open(stub, VendorEndpoint.LONG);
            stub.refuse(1);

            Either<ProviderFailure, ?> answer = invoke(adapter);

            assertThat(answer.isRight())
                    .as("a call whose first token was refused: %s", answer)
                    .isTrue();
            assertThat(stub.ownRequests()).as("own requests").isEqualTo(2);
            assertThat(stub.requests()).as("requests").isEqualTo(2);
        }
    }

    /** If it fails, check that a request goes again only once: the vendor's word for a bad token may mean a bad credential. */
    @Test
    final void a_token_that_is_refused_again_ends_the_call() {
        try (OwnCallsStub stub = start()) {
            KycProvider adapter = open(stub, VendorEndpoint.LONG);
            stub.refuse(Integer.MAX_VALUE);

            Either<ProviderFailure, ?> answer = invoke(adapter);

            assertThat(answer.isLeft())
                    .as("a call whose tokens are all refused fails")
                    .isTrue();
            assertThat(stub.requests())
                    .as("requests of a call whose tokens are all refused. Repeat it once and no more")
                    .isEqualTo(2);
        }
    }

    private String call() {
        return vendor().verifyCall();
    }

    private Either<ProviderFailure, ?> invoke(KycProvider adapter) {
        return BoundedCall.run(LIMIT, () -> vendor().invoke(adapter, call()));
    }

    private KycProvider open(OwnCallsStub stub, Duration timeout) {
        return vendor().open(new VendorEndpoint(stub.url(), timeout, timeout, VendorEndpoint.MAX_BODY_BYTES), clock);
    }

    private OwnCallsStub start() {
        ReplyCase refused = ReplyCase.of(vendor().vendor())
                .filter(reply -> reply.call().equals(call()) && reply.name().equals("token refused"))
                .findFirst()
                .orElseThrow(() -> new AssertionError(
                        vendor().vendor() + "/replies.jsonl lacks the case \"token refused\" of " + call()));
        return OwnCallsStub.start(
                vendor(),
                call(),
                step -> HttpReply.json(
                        ReplyCase.success(vendor().vendor(), step).body()),
                HttpReply.of(refused.status())
                        .with("Content-Type", "application/json")
                        .withBody(refused.body()));
    }
}
