package dev.kycport.app;

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
import dev.kycport.ports.store.ConsentProof;
import io.vavr.control.Either;

/** The captcha flow of a watched provider. */
record RecordingCaptchaOtpGateway(RecordingProvider watch, CaptchaOtpGateway gateway) implements CaptchaOtpGateway {

    @Override
    public Either<ProviderFailure, CaptchaImage> fetchCaptcha(ConsentProof proof) {
        return watch.answer(proof, () -> gateway.fetchCaptcha(proof));
    }

    @Override
    public Either<ProviderFailure, CaptchaVerdict> reloadCaptcha(ConsentProof proof, ProviderReference session) {
        return watch.answer(proof, () -> gateway.reloadCaptcha(proof, session));
    }

    @Override
    public Either<ProviderFailure, CaptchaSendVerdict> send(
            ConsentProof proof, ProviderReference session, IdentityNumber number, CaptchaAnswer answer) {
        return watch.answer(proof, () -> gateway.send(proof, session, number, answer));
    }

    @Override
    public Either<ProviderFailure, CodeVerdict> verify(ConsentProof proof, ProviderReference reference, OtpCode code) {
        return watch.answer(proof, () -> gateway.verify(proof, reference, code));
    }

    @Override
    public boolean acceptsVirtualIds() {
        return watch.acceptsVirtualIds();
    }
}
