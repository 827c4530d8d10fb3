package dev.kycport.adapter.deepvue;

import dev.kycport.adapter.deepvue.DeepvueReplies.Access;
import dev.kycport.adapter.deepvue.DeepvueReplies.Captcha;
import dev.kycport.adapter.deepvue.DeepvueReplies.Envelope;
import dev.kycport.adapter.deepvue.DeepvueReplies.Kyc;
import dev.kycport.adapter.feign.Given;
import dev.kycport.adapter.feign.Particulars;
import dev.kycport.adapter.feign.Required;
import dev.kycport.domain.Flow;
import dev.kycport.domain.ProviderReference;
import dev.kycport.domain.captcha.CaptchaImage;
import dev.kycport.domain.failure.Oddity;
import dev.kycport.domain.identity.Assurance;
import dev.kycport.ports.CodeVerdict;
import dev.kycport.ports.ConnectionVerdict;
import dev.kycport.ports.SendVerdict;
import io.vavr.control.Either;
import java.time.Instant;

/** What Deepvue's successes mean, or what they lack to mean anything. Pure; errors are in {@link DeepvueTables}. */
final class DeepvueTranslation {

    private DeepvueTranslation() {}

    /** Of connect. */
    static Either<Oddity, CaptchaImage> firstImage(Envelope<Captcha> reply) {
        return Required.parsed(reply.data().flatMap(Captcha::sessionId), ProviderReference::named)
                .flatMap(session -> image(reply, session));
    }

    /** Of reload-captcha, which does not repeat the session. */
    static Either<Oddity, CaptchaImage> image(Envelope<Captcha> reply, ProviderReference session) {
        return Required.present(reply.data().flatMap(Captcha::captcha))
                .flatMap(image -> Required.wellFormed(
                        Particulars.image(image).map(type -> new CaptchaImage(session, image, type))));
    }

    /** Of generate-otp, V1, which has no payload: the session goes on. */
    static Either<Oddity, SendVerdict> sent(Envelope<?> reply, ProviderReference session) {
        return reply.said().vouchesForItself()
                ? Either.right(new SendVerdict.CodeSent(session))
                : Either.left(Oddity.MISSING_FIELD);
    }

    /** Of generate-otp, V2. */
    static Either<Oddity, SendVerdict> sent(Envelope<?> reply) {
        return Required.parsed(reply.said().reference(), ProviderReference::named)
                .map(SendVerdict.CodeSent::new);
    }

    /** Of verify-otp, V1 and V2. */
    static Either<Oddity, CodeVerdict> rightCode(Envelope<Kyc> reply, Flow flow, Instant now) {
        return Required.present(reply.data())
                .flatMap(kyc -> DeepvuePeople.identity(kyc, new Assurance(flow, Deepvue.ID, now)))
                .map(CodeVerdict.RightCode::new);
    }

    /** Of access-token, which alone tells whose documents they are where the Aadhaar is not among them. */
    static Either<Oddity, ConnectionVerdict> connected(Envelope<Access> reply) {
        return Required.present(reply.data())
                .flatMap(access -> Required.text(
                                Given.text(access.digilockerid()).or(access::name))
                        .map(someone -> new ConnectionVerdict.Connected(DeepvuePeople.holder(access))));
    }
}
