package dev.kycport.adapter.deepvue;

import dev.kycport.domain.Flow;
import dev.kycport.ports.DigiLockerGateway;
import dev.kycport.tck.DigiLockerGatewayContract;
import dev.kycport.tck.ProviderBehaviour;
import dev.kycport.tck.Showing;
import java.util.Map;

final class DeepvueDigiLockerGatewayTest extends DigiLockerGatewayContract {

    @Override
    protected Showing<DigiLockerGateway> showing(ProviderBehaviour behaviour) {
        return Recorded.showing(
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
