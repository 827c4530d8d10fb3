package dev.kycport.adapter.deepvue;

import dev.kycport.adapter.deepvue.DeepvueReplies.AccessTokenData;
import dev.kycport.adapter.deepvue.DeepvueReplies.CaptchaData;
import dev.kycport.adapter.deepvue.DeepvueReplies.Envelope;
import dev.kycport.adapter.deepvue.DeepvueReplies.VerifyOtpData;
import dev.kycport.adapter.feign.json.IdentityFieldParsers;
import dev.kycport.adapter.feign.json.OptionalText;
import dev.kycport.adapter.feign.json.RequiredFields;
import dev.kycport.domain.Flow;
import dev.kycport.domain.ProviderReference;
import dev.kycport.domain.captcha.CaptchaImage;
import dev.kycport.domain.failure.UnintelligibleReason;
import dev.kycport.domain.identity.Assurance;
import dev.kycport.ports.gateway.CodeVerdict;
import dev.kycport.ports.gateway.GrantVerdict;
import dev.kycport.ports.gateway.SendVerdict;
import io.vavr.control.Either;
import java.time.Instant;

/**
 * Maps Deepvue's successes to verdicts; Left is the reason why a reply is unintelligible. {@link DeepvueErrorMapping}
 * maps errors.
 */
final class DeepvueResponseMapper {

    private DeepvueResponseMapper() {}

    /** Maps connect. */
    static Either<UnintelligibleReason, CaptchaImage> toFirstImage(Envelope<CaptchaData> reply) {
        return RequiredFields.parse(reply.data().flatMap(CaptchaData::sessionId), ProviderReference::tryParse)
                .flatMap(session -> toImage(reply, session));
    }

    /** Maps reload-captcha, which does not repeat the session id. */
    static Either<UnintelligibleReason, CaptchaImage> toImage(Envelope<CaptchaData> reply, ProviderReference session) {
        return RequiredFields.present(reply.data().flatMap(CaptchaData::captcha))
                .flatMap(image -> RequiredFields.wellFormed(
                        IdentityFieldParsers.detectImage(image).map(type -> new CaptchaImage(session, image, type))));
    }

    /** Maps generate-otp, V1. It has no payload; the session id remains the reference. */
    static Either<UnintelligibleReason, SendVerdict> toSendVerdict(Envelope<?> reply, ProviderReference session) {
        return reply.responseStatus().isExplicitSuccess()
                ? Either.right(new SendVerdict.CodeSent(session))
                : Either.left(UnintelligibleReason.MISSING_FIELD);
    }

    /** Maps generate-otp, V2. */
    static Either<UnintelligibleReason, SendVerdict> toSendVerdict(Envelope<?> reply) {
        return RequiredFields.parse(reply.responseStatus().referenceId(), ProviderReference::tryParse)
                .map(SendVerdict.CodeSent::new);
    }

    /** Maps verify-otp, V1 and V2. */
    static Either<UnintelligibleReason, CodeVerdict> toCodeVerdict(
            Envelope<VerifyOtpData> reply, Flow flow, Instant now) {
        return RequiredFields.present(reply.data())
                .flatMap(data -> DeepvueIdentityMapper.toDraft(data, now))
                .map(draft -> draft.toRightCode(new Assurance(flow, DeepvueProviderFactory.ID, now)));
    }

    /** Maps access-token. Without an Aadhaar it is the only call that names the holder. */
    static Either<UnintelligibleReason, GrantVerdict> toGrantVerdict(Envelope<AccessTokenData> reply, Instant now) {
        return RequiredFields.present(reply.data())
                .flatMap(data -> RequiredFields.text(
                                OptionalText.nonBlank(data.digilockerid().value())
                                        .or(() -> data.name().value()))
                        .map(ignored -> new GrantVerdict.Connected(DeepvueIdentityMapper.toHolder(data, now))));
    }
}
