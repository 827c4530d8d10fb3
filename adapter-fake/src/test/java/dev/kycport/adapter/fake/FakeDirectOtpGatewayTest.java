package dev.kycport.adapter.fake;

import dev.kycport.domain.Flow;
import dev.kycport.domain.ProviderCall;
import dev.kycport.ports.gateway.DirectOtpGateway;
import dev.kycport.ports.gateway.SendVerdict;
import dev.kycport.ports.store.ConsentProof;
import dev.kycport.tck.DirectOtpGatewayContract;
import dev.kycport.tck.recording.GatewayUnderTest;
import dev.kycport.tck.recording.ProviderBehaviour;
import dev.kycport.tck.sample.SampleValues;
import dev.kycport.tck.secrecy.Canary;

class FakeDirectOtpGatewayTest extends DirectOtpGatewayContract {

    @Override
    protected GatewayUnderTest<DirectOtpGateway> gatewayShowing(ProviderBehaviour behaviour) {
        DirectOtpGateway gateway =
                ScriptedFake.provider(behaviour, Flow.DIRECT_OTP).directOtp().orElseThrow();
        GatewayUnderTest<DirectOtpGateway> gatewayUnderTest =
                GatewayUnderTest.withoutTraffic(FakeProviderFactory.ID, gateway);
        ConsentProof proof = SampleValues.anyProof(FakeProviderFactory.ID, ProviderCall.SEND_CODE);
        return gateway.send(proof, canary().aadhaar())
                .map(verdict -> verdict instanceof SendVerdict.CodeSent sent
                        ? gatewayUnderTest.withReference(sent.reference())
                        : gatewayUnderTest)
                .getOrElse(gatewayUnderTest);
    }

    @Override
    protected Canary canary() {
        return ScriptedFake.CANARY;
    }
}
