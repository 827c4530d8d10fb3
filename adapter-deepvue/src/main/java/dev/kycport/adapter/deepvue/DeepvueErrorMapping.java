package dev.kycport.adapter.deepvue;

import dev.kycport.adapter.deepvue.DeepvueReplies.DeepvueStatus;
import dev.kycport.adapter.feign.ErrorResponse;
import dev.kycport.adapter.feign.MessageTopic;
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
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Maps Deepvue's errors to verdicts and failures, call by call. A rule matches a {@code sub_code}, and the message
 * where the code is ambiguous. Without a rule the HTTP status decides ({@link ErrorResponse#failureByStatus}).
 */
final class DeepvueErrorMapping {

    private static final Predicate<ErrorResponse<DeepvueStatus>> BAD_REQUEST =
            errorResponse -> errorResponse.status() == 400 || errorResponse.status() == 422;
    private static final Predicate<ErrorResponse<DeepvueStatus>> IS_FROM_VENDOR =
            errorResponse -> errorResponse.responseStatus().isFromVendor();
    private static final Predicate<ErrorResponse<DeepvueStatus>> HAS_NO_TOPIC = errorResponse ->
            MessageTopic.of(errorResponse.responseStatus().message()).isEmpty();
    private static final Predicate<ErrorResponse<DeepvueStatus>> INVALID_INPUT =
            subCode("INVALID_INPUT").and(BAD_REQUEST);

    private static final Predicate<ErrorResponse<DeepvueStatus>> SOURCE_FAILURE =
            subCode("SOURCE_FAILURE").and(errorResponse -> !errorResponse.isAccessRefused());

    private static final List<Rule<DeepvueStatus, Function<VendorTrace, ProviderFailure>>> FAILURES = List.of(
            rule(SOURCE_FAILURE, errorResponse -> ProviderFailure::sourceDown),
            rule(
                    INVALID_INPUT.and(topic(MessageTopic.SOURCE_UNAVAILABLE)),
                    errorResponse -> trace -> ProviderFailure.sourceDown(trace).withoutProof()),
            rule(BAD_REQUEST.and(isInactiveClient()), errorResponse -> ProviderFailure::credentials));

    /** For connect and initiate-session, which have no verdicts. */
    static <V> ResponseRules<DeepvueStatus, V> failuresOnly() {
        return new ResponseRules<>(List.of(), FAILURES);
    }

    /** For calls with a Deepvue session id and no other verdicts. */
    static <V> ResponseRules<DeepvueStatus, V> sessionLost(V verdict) {
        return new ResponseRules<>(
                List.of(
                        rule(subCode("INVALID_SESSION"), errorResponse -> verdict),
                        rule(INVALID_INPUT.and(topic(MessageTopic.SESSION_LOST)), errorResponse -> verdict)),
                FAILURES);
    }

    /** For generate-otp, V2. */
    static final ResponseRules<DeepvueStatus, SendVerdict> SEND = new ResponseRules<>(
            List.of(
                    rule(
                            subCode("AADHAAR_MOBILE_NOT_LINKED"),
                            errorResponse -> notSent(NotSentReason.MOBILE_NOT_LINKED)),
                    rule(
                            subCode("VERIFICATION_PENDING").or(INVALID_INPUT.and(topic(MessageTopic.CODE_PENDING))),
                            DeepvueErrorMapping::pending),
                    rule(
                            INVALID_INPUT.and(topic(MessageTopic.MOBILE_NOT_LINKED)),
                            errorResponse -> notSent(NotSentReason.MOBILE_NOT_LINKED)),
                    rule(
                            INVALID_INPUT.and(messageIsBlank().or(topic(MessageTopic.NUMBER_INVALID))),
                            errorResponse -> notSent(NotSentReason.NUMBER_INVALID))),
            FAILURES);

    /** For generate-otp, V1. */
    static final ResponseRules<DeepvueStatus, CaptchaSendVerdict> CAPTCHA_SEND = new ResponseRules<>(
            List.of(
                    rule(subCode("INVALID_SESSION"), errorResponse -> new SessionLost()),
                    rule(
                            INVALID_INPUT.and(topic(MessageTopic.CAPTCHA)),
                            errorResponse -> new CaptchaSendVerdict.WrongCaptcha()),
                    rule(INVALID_INPUT.and(topic(MessageTopic.SESSION_LOST)), errorResponse -> new SessionLost()),
                    rule(
                            subCode("AADHAAR_MOBILE_NOT_LINKED"),
                            errorResponse -> notSent(NotSentReason.MOBILE_NOT_LINKED)),
                    rule(
                            subCode("VERIFICATION_PENDING").or(INVALID_INPUT.and(topic(MessageTopic.CODE_PENDING))),
                            DeepvueErrorMapping::pendingWithoutReference),
                    rule(
                            INVALID_INPUT.and(topic(MessageTopic.MOBILE_NOT_LINKED)),
                            errorResponse -> notSent(NotSentReason.MOBILE_NOT_LINKED)),
                    rule(
                            INVALID_INPUT.and(messageIsBlank().or(topic(MessageTopic.NUMBER_INVALID))),
                            errorResponse -> notSent(NotSentReason.NUMBER_INVALID))),
            FAILURES);

    /** For verify-otp, V1 and V2. */
    static final ResponseRules<DeepvueStatus, CodeVerdict> VERIFY = new ResponseRules<>(
            List.of(
                    rule(subCode("INVALID_SESSION"), errorResponse -> new SessionLost()),
                    rule(INVALID_INPUT.and(topic(MessageTopic.SESSION_LOST)), errorResponse -> new SessionLost()),
                    rule(
                            BAD_REQUEST.and(IS_FROM_VENDOR).and(topic(MessageTopic.CODE_EXPIRED)),
                            errorResponse -> new CodeVerdict.CodeExpired()),
                    rule(
                            BAD_REQUEST.and(IS_FROM_VENDOR).and(topic(MessageTopic.CODE_WRONG)),
                            errorResponse -> new CodeVerdict.WrongCode()),
                    rule(INVALID_INPUT.and(HAS_NO_TOPIC), errorResponse -> new CodeVerdict.WrongCode())),
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

    private static Predicate<ErrorResponse<DeepvueStatus>> topic(MessageTopic topic) {
        return errorResponse -> topic.test(errorResponse.responseStatus());
    }

    private static Predicate<ErrorResponse<DeepvueStatus>> messageIsBlank() {
        return errorResponse -> errorResponse.responseStatus().message().isBlank();
    }

    private static Predicate<ErrorResponse<DeepvueStatus>> isInactiveClient() {
        return errorResponse -> errorResponse
                .responseStatus()
                .message()
                .toLowerCase(Locale.ROOT)
                .contains("inactive client");
    }
}
