package dev.kycport.adapter.deepvue;

import dev.kycport.domain.Flow;
import dev.kycport.ports.CaptchaOtpGateway;
import dev.kycport.tck.CaptchaOtpGatewayContract;
import dev.kycport.tck.ProviderBehaviour;
import dev.kycport.tck.Showing;
import java.util.Map;

final class DeepvueCaptchaOtpGatewayTest extends CaptchaOtpGatewayContract {

    @Override
    protected Showing<CaptchaOtpGateway> showing(ProviderBehaviour behaviour) {
        return Recorded.showing(
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
