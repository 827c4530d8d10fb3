package dev.kycport.adapter.deepvue;

import dev.kycport.adapter.deepvue.DeepvueReplies.DeepvueStatus;
import dev.kycport.adapter.feign.HttpCallExecutor;
import dev.kycport.adapter.feign.ResponseRules;
import dev.kycport.domain.Flow;
import dev.kycport.domain.ProviderReference;
import dev.kycport.domain.captcha.CaptchaAnswer;
import dev.kycport.domain.captcha.CaptchaImage;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.identity.IdentityNumber;
import dev.kycport.domain.otp.OtpCode;
import dev.kycport.ports.gateway.CaptchaOtpGateway;
import dev.kycport.ports.gateway.CaptchaSendVerdict;
import dev.kycport.ports.gateway.CaptchaVerdict;
import dev.kycport.ports.gateway.CodeVerdict;
import dev.kycport.ports.gateway.SessionLost;
import dev.kycport.ports.store.ConsentProof;
import io.vavr.control.Either;
import java.time.InstantSource;

/** Deepvue V1: one session id from the first captcha to the verified code. */
final class DeepvueCaptchaOtpGateway implements CaptchaOtpGateway {

    private static final ResponseRules<DeepvueStatus, CaptchaImage> CONNECT = DeepvueErrorMapping.failuresOnly();
    private static final ResponseRules<DeepvueStatus, CaptchaVerdict> RELOAD =
            DeepvueErrorMapping.sessionLost(new SessionLost());

    private final DeepvueApi api;
    private final HttpCallExecutor<DeepvueStatus> httpCallExecutor;
    private final InstantSource time;

    DeepvueCaptchaOtpGateway(DeepvueApi api, HttpCallExecutor<DeepvueStatus> httpCallExecutor, InstantSource time) {
        this.api = api;
        this.httpCallExecutor = httpCallExecutor;
        this.time = time;
    }

    @Override
    public Either<ProviderFailure, CaptchaImage> fetchCaptcha(ConsentProof proof) {
        return httpCallExecutor.execute(
                callContext -> api.connect(callContext.withQuery(DeepvueRequests.connect(proof))),
                CONNECT,
                reply -> DeepvueResponseMapper.toFirstImage(reply));
    }

    @Override
    public Either<ProviderFailure, CaptchaVerdict> reloadCaptcha(ConsentProof proof, ProviderReference session) {
        return httpCallExecutor.execute(
                callContext -> api.reloadCaptcha(callContext.withQuery(DeepvueRequests.reloadCaptcha(proof, session))),
                RELOAD,
                reply -> DeepvueResponseMapper.toImage(reply, session).map(CaptchaVerdict.NewImage::new));
    }

    @Override
    public Either<ProviderFailure, CaptchaSendVerdict> send(
            ConsentProof proof, ProviderReference session, IdentityNumber number, CaptchaAnswer answer) {
        return httpCallExecutor.execute(
                callContext -> api.generateOtp(
                        callContext.withQuery(DeepvueRequests.generateOtp(proof, session, number, answer))),
                DeepvueErrorMapping.CAPTCHA_SEND,
                reply -> Either.narrow(DeepvueResponseMapper.toSendVerdict(reply, session)));
    }

    @Override
    public Either<ProviderFailure, CodeVerdict> verify(ConsentProof proof, ProviderReference session, OtpCode code) {
        return httpCallExecutor.execute(
                callContext -> api.verifyOtp(callContext.withQuery(DeepvueRequests.verifyOtp(proof, session, code))),
                DeepvueErrorMapping.VERIFY,
                reply -> DeepvueResponseMapper.toCodeVerdict(reply, Flow.CAPTCHA_OTP, time.instant()));
    }
}
