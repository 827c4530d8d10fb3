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

/** What Deepvue's successes mean, or what they lack to mean anything. Pure; errors are in {@link DeepvueErrorMapping}. */
final class DeepvueResponseMapper {

    private DeepvueResponseMapper() {}

    /** Of connect. */
    static Either<UnintelligibleReason, CaptchaImage> toFirstImage(Envelope<CaptchaData> reply) {
        return RequiredFields.parse(reply.data().flatMap(CaptchaData::sessionId), ProviderReference::tryParse)
                .flatMap(session -> toImage(reply, session));
    }

    /** Of reload-captcha, which does not repeat the session. */
    static Either<UnintelligibleReason, CaptchaImage> toImage(Envelope<CaptchaData> reply, ProviderReference session) {
        return RequiredFields.present(reply.data().flatMap(CaptchaData::captcha))
                .flatMap(image -> RequiredFields.wellFormed(
                        IdentityFieldParsers.detectImage(image).map(type -> new CaptchaImage(session, image, type))));
    }

    /** Of generate-otp, V1, which has no payload: the session goes on. */
    static Either<UnintelligibleReason, SendVerdict> toSendVerdict(Envelope<?> reply, ProviderReference session) {
        return reply.responseStatus().isExplicitSuccess()
                ? Either.right(new SendVerdict.CodeSent(session))
                : Either.left(UnintelligibleReason.MISSING_FIELD);
    }

    /** Of generate-otp, V2. */
    static Either<UnintelligibleReason, SendVerdict> toSendVerdict(Envelope<?> reply) {
        return RequiredFields.parse(reply.responseStatus().referenceId(), ProviderReference::tryParse)
                .map(SendVerdict.CodeSent::new);
    }

    /** Of verify-otp, V1 and V2. */
    static Either<UnintelligibleReason, CodeVerdict> toCodeVerdict(
            Envelope<VerifyOtpData> reply, Flow flow, Instant now) {
        return RequiredFields.present(reply.data())
                .flatMap(verifyOtpData -> DeepvueIdentityMapper.toIdentity(
                        verifyOtpData, new Assurance(flow, DeepvueProviderFactory.ID, now)))
                .map(CodeVerdict.RightCode::new);
    }

    /** Of access-token, which alone tells whose documents they are where the Aadhaar is not among them. */
    static Either<UnintelligibleReason, GrantVerdict> toGrantVerdict(Envelope<AccessTokenData> reply) {
        return RequiredFields.present(reply.data())
                .flatMap(accessTokenData -> RequiredFields.text(OptionalText.nonBlank(accessTokenData.digilockerid())
                                .or(accessTokenData::name))
                        .map(ignored -> new GrantVerdict.Connected(DeepvueIdentityMapper.toHolder(accessTokenData))));
    }
}
