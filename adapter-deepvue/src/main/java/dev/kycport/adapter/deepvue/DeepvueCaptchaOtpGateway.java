package dev.kycport.adapter.deepvue;

import dev.kycport.adapter.deepvue.DeepvueReplies.Said;
import dev.kycport.adapter.feign.Exchange;
import dev.kycport.adapter.feign.VerdictTable;
import dev.kycport.domain.Flow;
import dev.kycport.domain.ProviderReference;
import dev.kycport.domain.captcha.CaptchaAnswer;
import dev.kycport.domain.captcha.CaptchaImage;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.identity.IdentityNumber;
import dev.kycport.domain.otp.OtpCode;
import dev.kycport.ports.CaptchaOtpGateway;
import dev.kycport.ports.CaptchaSendVerdict;
import dev.kycport.ports.CaptchaVerdict;
import dev.kycport.ports.CodeVerdict;
import dev.kycport.ports.ConsentProof;
import dev.kycport.ports.SessionLost;
import io.vavr.control.Either;
import java.time.InstantSource;

/** Deepvue's V1: one session id from the first captcha to the verified code. */
final class DeepvueCaptchaOtpGateway implements CaptchaOtpGateway {

    private static final VerdictTable<Said, CaptchaImage> CONNECT = DeepvueTables.noVerdicts();
    private static final VerdictTable<Said, CaptchaVerdict> RELOAD = DeepvueTables.sessionLost(new SessionLost());

    private final DeepvueApi api;
    private final Exchange<Said> exchange;
    private final InstantSource time;

    DeepvueCaptchaOtpGateway(DeepvueApi api, Exchange<Said> exchange, InstantSource time) {
        this.api = api;
        this.exchange = exchange;
        this.time = time;
    }

    @Override
    public Either<ProviderFailure, CaptchaImage> connect(ConsentProof proof) {
        return exchange.ask(
                attempt -> api.connect(attempt.carrying(DeepvueRequests.connect(proof))),
                CONNECT,
                reply -> DeepvueTranslation.firstImage(reply));
    }

    @Override
    public Either<ProviderFailure, CaptchaVerdict> reload(ConsentProof proof, ProviderReference session) {
        return exchange.ask(
                attempt -> api.reloadCaptcha(attempt.carrying(DeepvueRequests.reloadCaptcha(proof, session))),
                RELOAD,
                reply -> DeepvueTranslation.image(reply, session).map(CaptchaVerdict.NewImage::new));
    }

    @Override
    public Either<ProviderFailure, CaptchaSendVerdict> send(
            ConsentProof proof, ProviderReference session, IdentityNumber number, CaptchaAnswer answer) {
        return exchange.ask(
                attempt ->
                        api.generateOtp(attempt.carrying(DeepvueRequests.generateOtp(proof, session, number, answer))),
                DeepvueTables.CAPTCHA_SEND,
                reply -> Either.narrow(DeepvueTranslation.sent(reply, session)));
    }

    @Override
    public Either<ProviderFailure, CodeVerdict> verify(ConsentProof proof, ProviderReference session, OtpCode code) {
        return exchange.ask(
                attempt -> api.verifyOtp(attempt.carrying(DeepvueRequests.verifyOtp(proof, session, code))),
                DeepvueTables.VERIFY,
                reply -> DeepvueTranslation.rightCode(reply, Flow.CAPTCHA_OTP, time.instant()));
    }
}
