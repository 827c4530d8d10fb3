package dev.kycport.adapter.accuauth;

import dev.kycport.adapter.accuauth.AccuauthReplies.Envelope;
import dev.kycport.adapter.accuauth.AccuauthReplies.SendOtpResult;
import dev.kycport.adapter.accuauth.AccuauthReplies.ValidateOtpResult;
import dev.kycport.adapter.feign.json.RequiredFields;
import dev.kycport.domain.Flow;
import dev.kycport.domain.ProviderReference;
import dev.kycport.domain.failure.UnintelligibleReason;
import dev.kycport.domain.identity.Assurance;
import dev.kycport.domain.otp.NotSentReason;
import dev.kycport.ports.gateway.CodeVerdict;
import dev.kycport.ports.gateway.SendVerdict;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.Optional;

/**
 * Maps AccuAuth's successes to verdicts; Left is the reason why a reply is unintelligible. {@link
 * AccuauthErrorMapping} maps errors.
 */
final class AccuauthResponseMapper {

    private AccuauthResponseMapper() {}

    /**
     * Maps send_aadhaar_otp. {@code OK} means that the request was processed; {@code otp_sent} says whether a code was
     * sent.
     */
    static Either<UnintelligibleReason, SendVerdict> toSendVerdict(Envelope<SendOtpResult> reply) {
        return RequiredFields.present(reply.result())
                .flatMap(result -> RequiredFields.present(result.isOtpSent())
                        .flatMap(otpSent -> otpSent ? toSendVerdict(result) : toNotSentVerdict(result)));
    }

    private static Either<UnintelligibleReason, SendVerdict> toSendVerdict(SendOtpResult result) {
        return result.isContradictory()
                ? Either.left(UnintelligibleReason.MALFORMED)
                : RequiredFields.parse(result.clientId(), ProviderReference::tryParse)
                        .map(SendVerdict.CodeSent::new);
    }

    // If neither the number nor the mobile is the reason, the reason is missing.
    private static Either<UnintelligibleReason, SendVerdict> toNotSentVerdict(SendOtpResult result) {
        return RequiredFields.present(notSentReason(result)).map(SendVerdict.CodeNotSent::new);
    }

    private static Optional<NotSentReason> notSentReason(SendOtpResult result) {
        if (result.isNumberInvalid()) {
            return Optional.of(NotSentReason.NUMBER_INVALID);
        }
        return result.isMobileNotLinked() ? Optional.of(NotSentReason.MOBILE_NOT_LINKED) : Optional.empty();
    }

    /** Maps validate_aadhaar_otp. */
    static Either<UnintelligibleReason, CodeVerdict> toCodeVerdict(Envelope<ValidateOtpResult> reply, Instant now) {
        return RequiredFields.present(reply.result())
                .flatMap(result -> result.isContradictory()
                        ? Either.left(UnintelligibleReason.MALFORMED)
                        : AccuauthIdentityMapper.toDraft(result, now))
                .map(draft -> draft.toRightCode(new Assurance(Flow.DIRECT_OTP, AccuauthProviderFactory.ID, now)));
    }
}
