package dev.kycport.adapter.deepvue;

import dev.kycport.domain.Flow;
import dev.kycport.ports.DirectOtpGateway;
import dev.kycport.tck.DirectOtpGatewayContract;
import dev.kycport.tck.ProviderBehaviour;
import dev.kycport.tck.Showing;
import java.util.Map;

final class DeepvueDirectOtpGatewayTest extends DirectOtpGatewayContract {

    @Override
    protected Showing<DirectOtpGateway> showing(ProviderBehaviour behaviour) {
        return Recorded.showing(
                Flow.DIRECT_OTP,
                behaviour,
                canary(),
                provider -> provider.directOtp().orElseThrow());
    }

    @Override
    protected Map<ProviderBehaviour, String> gaps() {
        return Map.of(ProviderBehaviour.QUOTA_USED, "Deepvue documents no word for it");
    }
}
