package dev.kycport.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.domain.ProviderId;
import dev.kycport.domain.ProviderReference;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.failure.VendorTrace;
import dev.kycport.domain.identity.IssuedDocument;
import dev.kycport.domain.identity.VerifiedIdentity;
import dev.kycport.ports.gateway.CodeVerdict;
import dev.kycport.ports.gateway.DocumentsVerdict;
import dev.kycport.ports.gateway.SendVerdict;
import dev.kycport.ports.spi.KycProvider;
import dev.kycport.tck.http.HttpReply;
import dev.kycport.tck.recording.ReplyCase;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every reply that is documented, was observed, or can be expected by the shapes of the contract, call by call. */
public abstract class RepliesContract extends HttpAdapterContract {

    /** For the adapter's test. */
    protected RepliesContract() {}

    final Stream<ReplyCase> cases() {
        return ReplyCase.of(vendor().vendor())
                .filter(replyCase -> !vendor().ownCalls().contains(replyCase.call()));
    }

    /** If it fails, compare what the adapter makes of the reply with the line of {@code replies.jsonl} that the message names. */
    @ParameterizedTest
    @MethodSource("cases")
    final void every_reply_means_what_the_contract_implies(ReplyCase replyCase) {
        KycProvider adapter = adapter();
        stubReply(replyCase.call(), HttpReply.of(replyCase.status()).withBody(replyCase.body()));

        Either<ProviderFailure, ?> answer = invoke(adapter, replyCase.call());

        assertThat(named(answer))
                .as(
                        "the reply of %s. Check the status words of this call, or correct \"expect\" in that line",
                        replyCase.where())
                .isEqualTo(replyCase.expected());
        assertArrived(replyCase.call(), replyCase.where());
        replyCase
                .expectation("wait")
                .ifPresent(wait -> assertThat(wait(answer))
                        .as(
                                "how long to wait after %s, in seconds. Check the unit of the vendor's field",
                                replyCase.where())
                        .isEqualTo(Optional.of(Duration.ofSeconds(Long.parseLong(wait)))));
        answer.peekLeft(failure -> checkTrace(failure, replyCase, adapter.id()));
        answer.peek(verdict -> checkExpectations(verdict, replyCase));
    }

    private static String named(Either<ProviderFailure, ?> answer) {
        return answer.fold(ProviderFailure::code, RepliesContract::named);
    }

    private static String named(Object verdict) {
        return verdict instanceof SendVerdict.CodeNotSent notSent
                ? notSent.reason().verdict().code()
                : verdict.getClass()
                        .getSimpleName()
                        .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
                        .toLowerCase(Locale.ROOT);
    }

    private void checkTrace(ProviderFailure failure, ReplyCase replyCase, ProviderId asked) {
        VendorTrace trace = failure.trace();

        assertThat(trace.httpStatus())
                .as("HTTP status in the trace of %s", replyCase.where())
                .hasValue(replyCase.status());
        assertThat(trace.provider())
                .as("provider in the trace of %s: the configured id, not a constant", replyCase.where())
                .isEqualTo(asked);
        assertThat(trace.transaction())
                .as(
                        "transaction in the trace of %s, from the field %s",
                        replyCase.where(), vendor().fields().transaction())
                .isEqualTo(replyCase.bodyText(vendor().fields().transaction()));
        assertThat(trace.vendorCode().filter(RepliesContract::isWord))
                .as(
                        "vendor code in the trace of %s, from the field %s",
                        replyCase.where(), vendor().fields().code())
                .isEqualTo(replyCase.bodyText(vendor().fields().code()).filter(RepliesContract::isWord));
    }

    private static boolean isWord(String code) {
        return !code.matches("\\d+");
    }

    private static void checkExpectations(Object verdict, ReplyCase replyCase) {
        replyCase
                .person()
                .ifPresent(person -> assertThat(person.differences(identity(verdict)))
                        .as(
                                "the person of %s, field by field. Check which fields of the reply are read, and how",
                                replyCase.where())
                        .isEmpty());
        replyCase
                .expectation("reference")
                .ifPresent(reference -> assertThat(reference(verdict))
                        .as("reference in %s", replyCase.where())
                        .hasValue(reference));
        replyCase
                .expectation("documents")
                .ifPresent(count -> assertThat(documents(verdict))
                        .as("documents in %s", replyCase.where())
                        .hasSize(Integer.parseInt(count)));
        replyCase
                .expectation("media")
                .ifPresent(mime -> assertThat(documents(verdict))
                        .last()
                        .extracting(document -> document.mediaType().mime())
                        .isEqualTo(mime));
    }

    private static Optional<Duration> wait(Either<ProviderFailure, ?> answer) {
        return answer.fold(
                failure -> failure.retryAdvice().delay(),
                verdict ->
                        verdict instanceof SendVerdict.CodePending pending ? pending.retryAfter() : Optional.empty());
    }

    private static Optional<String> reference(Object verdict) {
        return verdict instanceof SendVerdict.CodePending pending
                ? pending.reference().map(ProviderReference::value)
                : Optional.of(((SendVerdict.CodeSent) verdict).reference().value());
    }

    private static VerifiedIdentity identity(Object verdict) {
        return verdict instanceof CodeVerdict.RightCode right
                ? right.identity()
                : ((DocumentsVerdict.DocumentsFetched) verdict).identity();
    }

    private static List<IssuedDocument> documents(Object verdict) {
        return ((DocumentsVerdict.DocumentsFetched) verdict).identity().documents();
    }
}
