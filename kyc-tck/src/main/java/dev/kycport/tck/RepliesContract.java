package dev.kycport.tck;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import dev.kycport.domain.ProviderId;
import dev.kycport.domain.ProviderReference;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.failure.VendorTrace;
import dev.kycport.domain.identity.IssuedDocument;
import dev.kycport.ports.CollectionVerdict;
import dev.kycport.ports.KycProvider;
import dev.kycport.ports.SendVerdict;
import io.vavr.control.Either;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every reply that is documented, was observed, or can be expected by the shapes of the contract, call by call. */
public abstract class RepliesContract extends WireContract {

    /** For the adapter's test. */
    protected RepliesContract() {}

    final Stream<Row> rows() {
        return Row.of(vendor().vendor());
    }

    /** If it fails, compare what the adapter makes of the reply with the line of {@code replies.jsonl} that the row names. */
    @ParameterizedTest
    @MethodSource("rows")
    final void every_reply_means_what_the_contract_implies(Row row) {
        KycProvider adapter = vendor().open(VendorLink.patient(http()));
        play(row.call(), reply(row));

        Either<ProviderFailure, ?> answer = vendor().ask(adapter, row.call());

        assertThat(named(answer)).isEqualTo(row.expected());
        answer.peekLeft(failure -> isTraced(failure, row, adapter.id()));
        answer.peek(verdict -> isWhole(verdict, row));
    }

    private static ResponseDefinitionBuilder reply(Row row) {
        ResponseDefinitionBuilder reply = aResponse().withStatus(row.status());
        return row.body().isEmpty() ? reply : reply.withBody(row.body());
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

    private void isTraced(ProviderFailure failure, Row row, ProviderId asked) {
        VendorTrace trace = failure.trace();

        assertThat(trace.httpStatus()).hasValue(row.status());
        assertThat(trace.provider()).isEqualTo(asked);
        assertThat(trace.transaction()).isEqualTo(row.told(vendor().fields().transaction()));
        assertThat(trace.vendorCode().filter(RepliesContract::isWord))
                .isEqualTo(row.told(vendor().fields().code()).filter(RepliesContract::isWord));
    }

    private static boolean isWord(String code) {
        return !code.matches("\\d+");
    }

    private static void isWhole(Object verdict, Row row) {
        row.also("reference")
                .ifPresent(reference -> assertThat(reference(verdict)).hasValue(reference));
        row.also("documents").ifPresent(count -> assertThat(documents(verdict)).hasSize(Integer.parseInt(count)));
        row.also("media")
                .ifPresent(mime -> assertThat(documents(verdict))
                        .last()
                        .extracting(document -> document.mediaType().mime())
                        .isEqualTo(mime));
    }

    private static Optional<String> reference(Object verdict) {
        return verdict instanceof SendVerdict.CodePending pending
                ? pending.reference().map(ProviderReference::value)
                : Optional.of(((SendVerdict.CodeSent) verdict).reference().value());
    }

    private static List<IssuedDocument> documents(Object verdict) {
        return ((CollectionVerdict.Collected) verdict).identity().documents();
    }
}
