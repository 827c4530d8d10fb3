package dev.kycport.adapter.resilience4j;

import dev.kycport.domain.Flow;
import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.ProviderReference;
import dev.kycport.domain.captcha.CaptchaImage;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.ports.gateway.CaptchaOtpGateway;
import dev.kycport.ports.gateway.SendVerdict;
import dev.kycport.ports.spi.KycProvider;
import dev.kycport.tck.CaptchaOtpGatewayContract;
import dev.kycport.tck.recording.GatewayUnderTest;
import dev.kycport.tck.recording.ProviderBehaviour;
import dev.kycport.tck.secrecy.Canary;
import io.vavr.control.Either;

class GuardedCaptchaOtpContractTest extends CaptchaOtpGatewayContract {

    @Override
    protected GatewayUnderTest<CaptchaOtpGateway> gatewayShowing(ProviderBehaviour behaviour) {
        return GuardedFake.gatewayUnderTest(
                behaviour, Flow.CAPTCHA_OTP, KycProvider::captchaOtp, gateway -> reference(behaviour, gateway));
    }

    @Override
    protected Canary canary() {
        return GuardedFake.CANARY;
    }

    // What is verified is the reference of a code, everything before it is about the captcha's session.
    private static Either<ProviderFailure, ProviderReference> reference(
            ProviderBehaviour behaviour, CaptchaOtpGateway gateway) {
        Either<ProviderFailure, ProviderReference> session =
                gateway.fetchCaptcha(GuardedFake.proof(ProviderCall.CONNECT)).map(CaptchaImage::session);
        return behaviour.calls(Flow.CAPTCHA_OTP).contains(ProviderCall.VERIFY_CODE)
                ? session.flatMap(known -> gateway.send(
                                GuardedFake.proof(ProviderCall.SEND_CODE),
                                known,
                                GuardedFake.CANARY.aadhaar(),
                                GuardedFake.CANARY.captchaAnswer())
                        .map(verdict -> verdict instanceof SendVerdict.CodeSent sent ? sent.reference() : known))
                : session;
    }
}
