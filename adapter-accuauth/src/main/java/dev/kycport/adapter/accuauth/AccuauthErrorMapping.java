package dev.kycport.adapter.accuauth;

import dev.kycport.adapter.accuauth.AccuauthReplies.AccuauthStatus;
import dev.kycport.adapter.feign.ErrorResponse;
import dev.kycport.adapter.feign.MessageTopic;
import dev.kycport.adapter.feign.ResponseRules;
import dev.kycport.adapter.feign.ResponseRules.Rule;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.failure.UnintelligibleReason;
import dev.kycport.domain.failure.VendorTrace;
import dev.kycport.domain.otp.NotSentReason;
import dev.kycport.ports.gateway.CodeVerdict;
import dev.kycport.ports.gateway.SendVerdict;
import dev.kycport.ports.gateway.SessionLost;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Maps AccuAuth's errors to verdicts and failures, call by call: {@code status} first, then {@code reason}. Without a
 * rule the HTTP status decides ({@link ErrorResponse#failureByStatus}).
 */
final class AccuauthErrorMapping {

    private static final Predicate<ErrorResponse<AccuauthStatus>> QUERY_FAILED =
            vendorCode("QUERY_FAILED").and(status(400));
    private static final Predicate<ErrorResponse<AccuauthStatus>> REPEATED_REQUEST =
            vendorCode("ABNORMAL_BEHAVIOURS_DETECTED").and(status(400));
    private static final Predicate<ErrorResponse<AccuauthStatus>> CONCLUSIVE = vendorCode("INVALID_ARGUMENT")
            .and(status(400))
            .or(QUERY_FAILED)
            .and(isMissingField().negate());

    // The time-out comes first: after it a code may have been sent.
    private static final List<Rule<AccuauthStatus, Function<VendorTrace, ProviderFailure>>> FAILURES = List.of(
            failure(vendorCode("SOURCE_SERVICE_TIMEOUT").or(status(513)), ProviderFailure::sourceTimedOut),
            failure(vendorCode("SOURCE_SERVICE_UNAVAILABLE"), ProviderFailure::sourceDown),
            failure(
                    CONCLUSIVE.and(topic(MessageTopic.SOURCE_UNAVAILABLE)),
                    trace -> ProviderFailure.sourceDown(trace).withoutProof()),
            new Rule<>(
                    vendorCode("RATE_LIMIT_EXCEEDED"),
                    errorResponse -> trace -> ProviderFailure.throttled(trace, errorResponse.retryAfter())),
            failure(vendorCode("OUT_OF_QUOTA"), ProviderFailure::quota),
            failure(
                    vendorCode("UNAUTHORIZED").or(vendorCode("KEY_EXPIRED")).or(vendorCode("NO_PERMISSION")),
                    ProviderFailure::credentials),
            failure(REPEATED_REQUEST, ProviderFailure::refused));

    // The look-up may have failed after the code was sent.
    private static final Rule<AccuauthStatus, Function<VendorTrace, ProviderFailure>> POSSIBLY_SENT =
            failure(QUERY_FAILED, trace -> ProviderFailure.unintelligible(trace, UnintelligibleReason.UNKNOWN_CODE));

    /** For send_aadhaar_otp. A repeated request means that an earlier code is pending. */
    static final ResponseRules<AccuauthStatus, SendVerdict> SEND = new ResponseRules<>(
            List.of(
                    new Rule<>(
                            REPEATED_REQUEST.or(CONCLUSIVE.and(topic(MessageTopic.CODE_PENDING))),
                            errorResponse -> new SendVerdict.CodePending(Optional.empty(), errorResponse.retryAfter())),
                    verdict(
                            MessageTopic.MOBILE_NOT_LINKED,
                            new SendVerdict.CodeNotSent(NotSentReason.MOBILE_NOT_LINKED)),
                    verdict(MessageTopic.NUMBER_INVALID, new SendVerdict.CodeNotSent(NotSentReason.NUMBER_INVALID))),
            Stream.concat(FAILURES.stream(), Stream.of(POSSIBLY_SENT)).toList());

    /** For validate_aadhaar_otp. Without a client id AccuAuth cannot check any code. */
    static final ResponseRules<AccuauthStatus, CodeVerdict> VALIDATE = new ResponseRules<>(
            List.of(
                    verdict(MessageTopic.CODE_EXPIRED, new CodeVerdict.CodeExpired()),
                    verdict(MessageTopic.CODE_WRONG, new CodeVerdict.WrongCode()),
                    verdict(MessageTopic.SESSION_LOST, new SessionLost())),
            FAILURES);

    private AccuauthErrorMapping() {}

    private static <V> Rule<AccuauthStatus, V> verdict(MessageTopic topic, V verdict) {
        return new Rule<>(CONCLUSIVE.and(topic(topic)), errorResponse -> verdict);
    }

    private static Rule<AccuauthStatus, Function<VendorTrace, ProviderFailure>> failure(
            Predicate<ErrorResponse<AccuauthStatus>> when, Function<VendorTrace, ProviderFailure> failure) {
        return new Rule<>(when, errorResponse -> failure);
    }

    private static Predicate<ErrorResponse<AccuauthStatus>> status(int status) {
        return errorResponse -> errorResponse.status() == status;
    }

    private static Predicate<ErrorResponse<AccuauthStatus>> vendorCode(String code) {
        return errorResponse ->
                errorResponse.responseStatus().vendorCode().filter(code::equals).isPresent();
    }

    private static Predicate<ErrorResponse<AccuauthStatus>> topic(MessageTopic topic) {
        return errorResponse -> topic.test(errorResponse.responseStatus());
    }

    // We always send every field, so AccuAuth read the body in another format.
    private static Predicate<ErrorResponse<AccuauthStatus>> isMissingField() {
        return errorResponse -> errorResponse
                .responseStatus()
                .message()
                .toLowerCase(Locale.ROOT)
                .contains("missing");
    }
}
