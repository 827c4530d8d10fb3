package dev.kycport.adapter.deepvue;

import dev.kycport.domain.Flow;
import dev.kycport.ports.gateway.CaptchaOtpGateway;
import dev.kycport.tck.CaptchaOtpGatewayContract;
import dev.kycport.tck.recording.GatewayUnderTest;
import dev.kycport.tck.recording.ProviderBehaviour;
import java.util.Map;

final class DeepvueCaptchaOtpGatewayTest extends CaptchaOtpGatewayContract {

    @Override
    protected GatewayUnderTest<CaptchaOtpGateway> gatewayShowing(ProviderBehaviour behaviour) {
        return DeepvueRecordings.gateway(
                Flow.CAPTCHA_OTP,
                behaviour,
                canary(),
                provider -> provider.captchaOtp().orElseThrow());
    }

    @Override
    protected Map<ProviderBehaviour, String> gaps() {
        return Map.of(ProviderBehaviour.QUOTA_USED, "Deepvue documents no word for it");
    }
}
