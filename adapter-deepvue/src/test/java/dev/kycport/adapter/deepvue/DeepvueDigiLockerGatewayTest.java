package dev.kycport.adapter.deepvue;

import dev.kycport.domain.Flow;
import dev.kycport.ports.gateway.DigiLockerGateway;
import dev.kycport.tck.DigiLockerGatewayContract;
import dev.kycport.tck.recording.GatewayUnderTest;
import dev.kycport.tck.recording.ProviderBehaviour;
import java.util.Map;

final class DeepvueDigiLockerGatewayTest extends DigiLockerGatewayContract {

    @Override
    protected GatewayUnderTest<DigiLockerGateway> gatewayShowing(ProviderBehaviour behaviour) {
        return DeepvueRecordings.gateway(
                Flow.DIGILOCKER,
                behaviour,
                canary(),
                provider -> provider.digiLocker().orElseThrow());
    }

    @Override
    protected Map<ProviderBehaviour, String> gaps() {
        return Map.of(
                ProviderBehaviour.QUOTA_USED, "Deepvue documents no word for it",
                ProviderBehaviour.GRANT_REFUSED, "Deepvue documents no error of access-token");
    }
}
