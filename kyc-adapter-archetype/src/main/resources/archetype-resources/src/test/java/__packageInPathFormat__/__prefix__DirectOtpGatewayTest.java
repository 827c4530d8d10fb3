package ${package};

import dev.kycport.domain.Flow;
import dev.kycport.ports.gateway.DirectOtpGateway;
import dev.kycport.tck.DirectOtpGatewayContract;
import dev.kycport.tck.recording.GatewayUnderTest;
import dev.kycport.tck.recording.ProviderBehaviour;
import dev.kycport.tck.recording.RecordedProvider;
import java.util.Map;

class ${prefix}DirectOtpGatewayTest extends DirectOtpGatewayContract {

    @Override
    protected GatewayUnderTest<DirectOtpGateway> gatewayShowing(ProviderBehaviour behaviour) {
        RecordedProvider recorded = RecordedProvider.replay("${vendor}", Flow.DIRECT_OTP, behaviour, canary());
        return recorded.underTest(
                ${prefix}ProviderFactory.ID,
                new ${prefix}HttpCalls().open(recorded.endpoint()).directOtp().orElseThrow());
    }

    // TODO: a behaviour for which the vendor has no reply, and why: Map.of(ProviderBehaviour.CODE_PENDING, "…").
    @Override
    protected Map<ProviderBehaviour, String> gaps() {
        return Map.of();
    }
}
