package example.acme;

import dev.kycport.domain.Flow;
import dev.kycport.ports.gateway.DirectOtpGateway;
import dev.kycport.tck.DirectOtpGatewayContract;
import dev.kycport.tck.sample.MovableClock;
import dev.kycport.tck.recording.ProviderBehaviour;
import dev.kycport.tck.recording.RecordedProvider;
import dev.kycport.tck.recording.GatewayUnderTest;
import java.util.Map;

class AcmeDirectOtpGatewayTest extends DirectOtpGatewayContract {

    @Override
    protected Showing<DirectOtpGateway> showing(ProviderBehaviour behaviour) {
        RecordedProvider acme = RecordedProvider.playing("acme", Flow.DIRECT_OTP, behaviour, canary());
        AcmeLine line = new AcmeLine(acme.baseUrl(), canary().secret(), RecordedProvider.PATIENCE);
        return acme.showing(Acme.ID, new AcmeDirectOtpGateway(line, MovableClock.usual()));
    }

    @Override
    protected Map<ProviderBehaviour, String> gaps() {
        return Map.of(ProviderBehaviour.CODE_PENDING, "Acme sends as often as it is asked to");
    }
}
