package dev.kycport.adapter.resilience4j;

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

/** A guarded captcha gateway. Fetching an image may be retried; sending and verifying a code never is. */
final class GuardedCaptchaOtpGateway implements CaptchaOtpGateway {

    private final CaptchaOtpGateway gateway;
    private final CallGuard callGuard;
    private final ReadRetry readRetry;

    GuardedCaptchaOtpGateway(CaptchaOtpGateway gateway, CallGuard callGuard, ReadRetry readRetry) {
        this.gateway = gateway;
        this.callGuard = callGuard;
        this.readRetry = readRetry;
    }

    @Override
    public Either<ProviderFailure, CaptchaImage> fetchCaptcha(ConsentProof proof) {
        return readRetry.execute(() -> gateway.fetchCaptcha(proof));
    }

    @Override
    public Either<ProviderFailure, CaptchaVerdict> reloadCaptcha(ConsentProof proof, ProviderReference session) {
        return readRetry.execute(() -> gateway.reloadCaptcha(proof, session));
    }

    @Override
    public Either<ProviderFailure, CaptchaSendVerdict> send(
            ConsentProof proof, ProviderReference session, IdentityNumber number, CaptchaAnswer answer) {
        return callGuard.execute(() -> gateway.send(proof, session, number, answer));
    }

    @Override
    public Either<ProviderFailure, CodeVerdict> verify(ConsentProof proof, ProviderReference reference, OtpCode code) {
        return callGuard.execute(() -> gateway.verify(proof, reference, code));
    }

    @Override
    public boolean acceptsVirtualIds() {
        return gateway.acceptsVirtualIds();
    }
}
