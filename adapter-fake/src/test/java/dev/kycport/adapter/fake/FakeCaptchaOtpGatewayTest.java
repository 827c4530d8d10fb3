package dev.kycport.adapter.fake;

import dev.kycport.domain.Flow;
import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.ProviderReference;
import dev.kycport.ports.gateway.CaptchaOtpGateway;
import dev.kycport.ports.gateway.SendVerdict;
import dev.kycport.tck.CaptchaOtpGatewayContract;
import dev.kycport.tck.recording.GatewayUnderTest;
import dev.kycport.tck.recording.ProviderBehaviour;
import dev.kycport.tck.sample.SampleValues;
import dev.kycport.tck.secrecy.Canary;
import java.util.List;

class FakeCaptchaOtpGatewayTest extends CaptchaOtpGatewayContract {

    @Override
    protected GatewayUnderTest<CaptchaOtpGateway> gatewayShowing(ProviderBehaviour behaviour) {
        CaptchaOtpGateway gateway =
                ScriptedFake.provider(behaviour, Flow.CAPTCHA_OTP).captchaOtp().orElseThrow();
        GatewayUnderTest<CaptchaOtpGateway> gatewayUnderTest =
                GatewayUnderTest.withoutTraffic(FakeProviderFactory.ID, gateway);
        if (behaviour.isFailure()) {
            return gatewayUnderTest;
        }
        boolean aboutACode = behaviour.calls(Flow.CAPTCHA_OTP).equals(List.of(ProviderCall.VERIFY_CODE));
        return gatewayUnderTest.withReference(aboutACode ? code(gateway) : session(gateway));
    }

    @Override
    protected Canary canary() {
        return ScriptedFake.CANARY;
    }

    private static ProviderReference session(CaptchaOtpGateway gateway) {
        return gateway.fetchCaptcha(SampleValues.anyProof(FakeProviderFactory.ID, ProviderCall.CONNECT))
                .get()
                .session();
    }

    private ProviderReference code(CaptchaOtpGateway gateway) {
        return ((SendVerdict.CodeSent) gateway.send(
                                SampleValues.anyProof(FakeProviderFactory.ID, ProviderCall.SEND_CODE),
                                session(gateway),
                                canary().aadhaar(),
                                canary().captchaAnswer())
                        .get())
                .reference();
    }
}
