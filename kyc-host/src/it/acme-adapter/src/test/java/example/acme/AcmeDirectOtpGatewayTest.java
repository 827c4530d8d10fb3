package example.acme;

import dev.kycport.domain.Flow;
import dev.kycport.ports.gateway.DirectOtpGateway;
import dev.kycport.tck.DirectOtpGatewayContract;
import dev.kycport.tck.recording.GatewayUnderTest;
import dev.kycport.tck.recording.ProviderBehaviour;
import dev.kycport.tck.recording.RecordedProvider;
import java.util.Map;

class AcmeDirectOtpGatewayTest extends DirectOtpGatewayContract {

    @Override
    protected GatewayUnderTest<DirectOtpGateway> gatewayShowing(ProviderBehaviour behaviour) {
        RecordedProvider acme = RecordedProvider.replay("acme", Flow.DIRECT_OTP, behaviour, canary());
        return acme.underTest(
                AcmeProviderFactory.ID,
                new AcmeHttpCalls().open(acme.endpoint()).directOtp().orElseThrow());
    }

    @Override
    protected Map<ProviderBehaviour, String> gaps() {
        return Map.of(ProviderBehaviour.CODE_PENDING, "Acme sends a code for every request");
    }
}
