package dev.kycport.tck.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.tck.HttpAdapterContract;
import dev.kycport.tck.http.HttpReply;
import dev.kycport.tck.http.ReplyBody;
import dev.kycport.tck.recording.ReplyCase;
import io.vavr.control.Either;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A reply with a code that nobody documents comes to no verdict, however much its text resembles a documented one. The texts are
 * made from the documented words of each call, such as <i>could not be sent</i> from <i>sent</i>.
 */
public abstract class NearMissContract extends HttpAdapterContract {

    private static final String UNDOCUMENTED = "KIT_UNDOCUMENTED_4711";

    /** Near misses of the words that every vendor uses. */
    private static final List<String> USUAL = List.of(
            "OTP could not be sent",
            "The code was not sent. Please try again.",
            "OTP could not be verified, the service is busy",
            "Invalid request format",
            "Invalid value for the parameter consent",
            "The operation was unsuccessful",
            "Expired certificate of the upstream server",
            "No session affinity for this node");

    /** For the adapter's test. */
    protected NearMissContract() {}

    final Stream<Arguments> nearMisses() {
        return calls().stream().flatMap(call -> texts(call).stream().map(text -> Arguments.of(call, text)));
    }

    /**
     * If it fails, let the vendor's code decide, compared as a whole word with the documented ones. Where only a text tells two
     * outcomes apart, match the whole text.
     */
    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("nearMisses")
    final void an_undocumented_code_comes_to_no_verdict_whatever_its_text_resembles(String call, String text) {
        for (int status : List.of(200, 400, 500)) {
            stubReply(
                    call,
                    HttpReply.of(status)
                            .with("Content-Type", "application/json")
                            .withBody(ReplyBody.of("{}")
                                    .withText("/" + vendor().fields().code(), UNDOCUMENTED)
                                    .withText("/" + vendor().fields().text(), text)
                                    .toString()));

            Either<ProviderFailure, ?> answer = invoke(adapter(), call);

            assertArrived(call, "an undocumented code");
            assertThat(answer.isLeft())
                    .as(
                            "%s that is answered %d with the undocumented code %s and the text '%s' comes to a verdict: %s",
                            call, status, UNDOCUMENTED, text, answer)
                    .isTrue();
        }
    }

    private Set<String> texts(String call) {
        Set<String> texts = new LinkedHashSet<>(USUAL);
        ReplyCase.of(vendor().vendor())
                .filter(reply -> reply.call().equals(call))
                .flatMap(reply -> reply.bodyText(vendor().fields().code()).stream())
                .filter(code -> code.matches("[A-Za-z_ -]{3,40}"))
                .map(NearMissContract::denied)
                .forEach(texts::add);
        return texts;
    }

    // "SENT" becomes "could not be sent", "INVALID_OTP" "nothing about invalid otp".
    private static String denied(String code) {
        String words = code.toLowerCase(Locale.ROOT).replaceAll("[_-]", " ");
        return words.matches("\\w+ed|\\w+nt|ok|success|right")
                ? "could not be " + words
                : "nothing is known about " + words;
    }
}
