package dev.kycport.adapter.deepvue;

import dev.kycport.domain.Flow;
import dev.kycport.ports.gateway.DirectOtpGateway;
import dev.kycport.tck.DirectOtpGatewayContract;
import dev.kycport.tck.recording.GatewayUnderTest;
import dev.kycport.tck.recording.ProviderBehaviour;
import java.util.Map;

final class DeepvueDirectOtpGatewayTest extends DirectOtpGatewayContract {

    @Override
    protected GatewayUnderTest<DirectOtpGateway> gatewayShowing(ProviderBehaviour behaviour) {
        return DeepvueRecordings.gateway(
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
