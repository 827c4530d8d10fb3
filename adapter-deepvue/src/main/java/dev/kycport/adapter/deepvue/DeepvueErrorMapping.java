package dev.kycport.adapter.deepvue;

import static dev.kycport.adapter.deepvue.DeepvueErrorPhrases.AADHAAR_NUMBER;
import static dev.kycport.adapter.deepvue.DeepvueErrorPhrases.CAPTCHA;
import static dev.kycport.adapter.deepvue.DeepvueErrorPhrases.CODE_EXPIRED;
import static dev.kycport.adapter.deepvue.DeepvueErrorPhrases.HOST_FIELDS;
import static dev.kycport.adapter.deepvue.DeepvueErrorPhrases.INACTIVE_CLIENT;
import static dev.kycport.adapter.deepvue.DeepvueErrorPhrases.SESSION;
import static dev.kycport.adapter.deepvue.DeepvueErrorPhrases.TOO_MANY_ATTEMPTS;

import dev.kycport.adapter.deepvue.DeepvueReplies.DeepvueStatus;
import dev.kycport.adapter.feign.ErrorResponse;
import dev.kycport.adapter.feign.ResponseRules;
import dev.kycport.adapter.feign.ResponseRules.Rule;
import dev.kycport.domain.ProviderReference;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.failure.VendorTrace;
import dev.kycport.domain.otp.NotSentReason;
import dev.kycport.ports.gateway.CaptchaSendVerdict;
import dev.kycport.ports.gateway.CodeVerdict;
import dev.kycport.ports.gateway.SendVerdict;
import dev.kycport.ports.gateway.SessionLost;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Maps Deepvue's errors to verdicts and failures, call by call. A rule matches a {@code sub_code}, and the message
 * where the code is ambiguous. Without a rule the HTTP status decides ({@link ErrorResponse#failureByStatus}).
 */
final class DeepvueErrorMapping {

    private static final Predicate<ErrorResponse<DeepvueStatus>> INVALID_INPUT = subCode("INVALID_INPUT")
            .and(errorResponse -> errorResponse.status() == 400 || errorResponse.status() == 422);

    // This verdict ends the session, so the message must not point to anything else.
    private static final Predicate<ErrorResponse<DeepvueStatus>> INVALID_NUMBER = INVALID_INPUT
            .and(messageIsBlank().or(messageContains(AADHAAR_NUMBER)))
            .and(messageContainsNone(HOST_FIELDS))
            .and(messageContainsNone(TOO_MANY_ATTEMPTS));

    private static final Predicate<ErrorResponse<DeepvueStatus>> SOURCE_FAILURE =
            subCode("SOURCE_FAILURE").and(errorResponse -> !errorResponse.isAccessRefused());

    private static final List<Rule<DeepvueStatus, Function<VendorTrace, ProviderFailure>>> FAILURES = List.of(
            rule(SOURCE_FAILURE, errorResponse -> ProviderFailure::sourceDown),
            rule(status(400).and(messageContains(INACTIVE_CLIENT)), errorResponse -> ProviderFailure::credentials));

    /** For connect and initiate-session, which have no verdicts. */
    static <V> ResponseRules<DeepvueStatus, V> failuresOnly() {
        return new ResponseRules<>(List.of(), FAILURES);
    }

    /** For calls with a Deepvue session id and no other verdicts. */
    static <V> ResponseRules<DeepvueStatus, V> sessionLost(V verdict) {
        return new ResponseRules<>(
                List.of(
                        rule(subCode("INVALID_SESSION"), errorResponse -> verdict),
                        rule(INVALID_INPUT.and(messageContains(SESSION)), errorResponse -> verdict)),
                FAILURES);
    }

    /** For generate-otp, V2. */
    static final ResponseRules<DeepvueStatus, SendVerdict> SEND = new ResponseRules<>(
            List.of(
                    rule(
                            subCode("AADHAAR_MOBILE_NOT_LINKED"),
                            errorResponse -> notSent(NotSentReason.MOBILE_NOT_LINKED)),
                    rule(subCode("VERIFICATION_PENDING"), DeepvueErrorMapping::pending),
                    rule(INVALID_NUMBER, errorResponse -> notSent(NotSentReason.NUMBER_INVALID))),
            FAILURES);

    /** For generate-otp, V1. */
    static final ResponseRules<DeepvueStatus, CaptchaSendVerdict> CAPTCHA_SEND = new ResponseRules<>(
            List.of(
                    rule(subCode("INVALID_SESSION"), errorResponse -> new SessionLost()),
                    rule(
                            INVALID_INPUT.and(messageContains(CAPTCHA)),
                            errorResponse -> new CaptchaSendVerdict.WrongCaptcha()),
                    rule(INVALID_INPUT.and(messageContains(SESSION)), errorResponse -> new SessionLost()),
                    rule(
                            subCode("AADHAAR_MOBILE_NOT_LINKED"),
                            errorResponse -> notSent(NotSentReason.MOBILE_NOT_LINKED)),
                    rule(subCode("VERIFICATION_PENDING"), DeepvueErrorMapping::pendingWithoutReference),
                    rule(INVALID_NUMBER, errorResponse -> notSent(NotSentReason.NUMBER_INVALID))),
            FAILURES);

    /** For verify-otp, V1 and V2. */
    static final ResponseRules<DeepvueStatus, CodeVerdict> VERIFY = new ResponseRules<>(
            List.of(
                    rule(subCode("INVALID_SESSION"), errorResponse -> new SessionLost()),
                    rule(INVALID_INPUT.and(messageContains(SESSION)), errorResponse -> new SessionLost()),
                    rule(
                            INVALID_INPUT.and(messageContains(CODE_EXPIRED)),
                            errorResponse -> new CodeVerdict.CodeExpired()),
                    rule(INVALID_INPUT, errorResponse -> new CodeVerdict.WrongCode())),
            FAILURES);

    private DeepvueErrorMapping() {}

    private static SendVerdict.CodeNotSent notSent(NotSentReason reason) {
        return new SendVerdict.CodeNotSent(reason);
    }

    private static SendVerdict.CodePending pending(ErrorResponse<DeepvueStatus> errorResponse) {
        return new SendVerdict.CodePending(
                errorResponse.responseStatus().referenceId().flatMap(ProviderReference::tryParse),
                errorResponse.retryAfter());
    }

    // V1 verifies a code by its session id; the pending code may belong to another session.
    private static SendVerdict.CodePending pendingWithoutReference(ErrorResponse<DeepvueStatus> errorResponse) {
        return new SendVerdict.CodePending(Optional.empty(), errorResponse.retryAfter());
    }

    private static <M> Rule<DeepvueStatus, M> rule(
            Predicate<ErrorResponse<DeepvueStatus>> when, Function<ErrorResponse<DeepvueStatus>, M> meaning) {
        return new Rule<>(when, meaning);
    }

    private static Predicate<ErrorResponse<DeepvueStatus>> subCode(String subCode) {
        return errorResponse ->
                errorResponse.responseStatus().subCode().filter(subCode::equals).isPresent();
    }

    private static Predicate<ErrorResponse<DeepvueStatus>> status(int status) {
        return errorResponse -> errorResponse.status() == status;
    }

    private static Predicate<ErrorResponse<DeepvueStatus>> messageContains(Set<String> phrases) {
        return errorResponse -> errorResponse.responseStatus().containsAny(phrases);
    }

    private static Predicate<ErrorResponse<DeepvueStatus>> messageIsBlank() {
        return errorResponse -> errorResponse.responseStatus().message().isBlank();
    }

    private static Predicate<ErrorResponse<DeepvueStatus>> messageContainsNone(Set<String> phrases) {
        return messageContains(phrases).negate();
    }
}
