package dev.kycport.tck;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.ports.gateway.SendVerdict;
import dev.kycport.ports.gateway.SessionLost;
import dev.kycport.tck.http.HttpReply;
import dev.kycport.tck.recording.ReplyCase;
import io.vavr.control.Either;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A verdict that ends a session does not rest on a word that a message uses for something else. */
public abstract class AmbiguousMessageContract extends HttpAdapterContract {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** The verdicts that end a session. */
    private static final Set<String> ENDINGS =
            Set.of("otp.not-sent.number-invalid", "otp.not-sent.mobile-not-linked", "session-lost");

    private static final List<String> MESSAGES = List.of(
            "OTP already sent to the registered mobile number of this Aadhaar number",
            "A code went to the registered mobile number already. Please wait a minute.",
            "Wait 45 seconds before the same aadhaar number is asked again",
            "Aadhaar service cannot be reached",
            "The session with the Aadhaar server timed out, try again later",
            "Invalid OTP or reference",
            "Wrong OTP for this reference id",
            "Too many attempts, request a new OTP",
            "Number of attempts for this Aadhaar number exceeded",
            "Something about the aadhaar number");

    /** For the adapter's test. */
    protected AmbiguousMessageContract() {}

    /** The errors that end a session by their message, because their code has several meanings. */
    final Stream<Arguments> messages() {
        return ReplyCase.of(vendor().vendor())
                .filter(reply -> ENDINGS.contains(reply.expected()) && isDecidedByItsMessage(reply))
                .collect(Collectors.toMap(this::kind, Function.identity(), (first, next) -> first, TreeMap::new))
                .values()
                .stream()
                .flatMap(reply -> MESSAGES.stream().map(message -> Arguments.of(reply, message)));
    }

    private boolean isDecidedByItsMessage(ReplyCase reply) {
        return reply.status() >= 400
                && reply.bodyText(vendor().fields().text()).isPresent()
                && ReplyCase.of(vendor().vendor())
                        .anyMatch(other -> code(other).equals(code(reply))
                                && other.status() == reply.status()
                                && !other.expected().equals(reply.expected()));
    }

    private String kind(ReplyCase reply) {
        return code(reply) + " " + reply.status() + " " + reply.expected();
    }

    private String code(ReplyCase reply) {
        return reply.call() + " " + reply.bodyText(vendor().fields().code()).orElse("");
    }

    /**
     * If it fails, match messages by ordered, specific patterns with what must and what must not be there, and make an
     * ambiguous message a failure.
     */
    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("messages")
    final void an_ambiguous_message_does_not_end_the_session(ReplyCase reply, String message) {
        stubReply(reply.call(), HttpReply.of(reply.status()).withBody(saying(message, reply)));

        Either<ProviderFailure, ?> answer = invoke(adapter(), reply.call());

        assertThat(answer.exists(AmbiguousMessageContract::endsTheSession))
                .as(
                        "%s with the message '%s' ends the session, which nobody can undo: it says something else",
                        reply, message)
                .isFalse();
    }

    private static boolean endsTheSession(Object verdict) {
        return verdict instanceof SessionLost || verdict instanceof SendVerdict.CodeNotSent;
    }

    private String saying(String message, ReplyCase reply) {
        try {
            return ((ObjectNode) JSON.readTree(reply.body()))
                    .put(vendor().fields().text(), message)
                    .toString();
        } catch (JsonProcessingException malformed) {
            throw new AssertionError(reply + " is not JSON", malformed);
        }
    }
}
