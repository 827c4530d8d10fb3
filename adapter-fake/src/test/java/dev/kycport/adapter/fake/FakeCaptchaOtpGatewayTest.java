package dev.kycport.adapter.fake;

import dev.kycport.domain.Flow;
import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.ProviderReference;
import dev.kycport.ports.CaptchaOtpGateway;
import dev.kycport.ports.SendVerdict;
import dev.kycport.tck.Canary;
import dev.kycport.tck.CaptchaOtpGatewayContract;
import dev.kycport.tck.ProviderBehaviour;
import dev.kycport.tck.Sample;
import dev.kycport.tck.Showing;
import java.util.List;

class FakeCaptchaOtpGatewayTest extends CaptchaOtpGatewayContract {

    @Override
    protected Showing<CaptchaOtpGateway> showing(ProviderBehaviour behaviour) {
        CaptchaOtpGateway gateway =
                Scripted.provider(behaviour, Flow.CAPTCHA_OTP).captchaOtp().orElseThrow();
        Showing<CaptchaOtpGateway> showing = Showing.withoutWire(Fake.ID, gateway);
        if (behaviour.isFailure()) {
            return showing;
        }
        boolean aboutACode = behaviour.calls(Flow.CAPTCHA_OTP).equals(List.of(ProviderCall.VERIFY_CODE));
        return showing.knowing(aboutACode ? code(gateway) : session(gateway));
    }

    @Override
    protected Canary canary() {
        return Scripted.CANARY;
    }

    private static ProviderReference session(CaptchaOtpGateway gateway) {
        return gateway.connect(Sample.anyProof(Fake.ID, ProviderCall.CONNECT))
                .get()
                .session();
    }

    private ProviderReference code(CaptchaOtpGateway gateway) {
        return ((SendVerdict.CodeSent) gateway.send(
                                Sample.anyProof(Fake.ID, ProviderCall.SEND_CODE),
                                session(gateway),
                                canary().aadhaar(),
                                canary().captchaAnswer())
                        .get())
                .reference();
    }
}
