package dev.kycport.adapter.fake;

import dev.kycport.domain.Flow;
import dev.kycport.domain.ProviderCall;
import dev.kycport.ports.ConsentProof;
import dev.kycport.ports.DirectOtpGateway;
import dev.kycport.ports.SendVerdict;
import dev.kycport.tck.Canary;
import dev.kycport.tck.DirectOtpGatewayContract;
import dev.kycport.tck.ProviderBehaviour;
import dev.kycport.tck.Sample;
import dev.kycport.tck.Showing;

class FakeDirectOtpGatewayTest extends DirectOtpGatewayContract {

    @Override
    protected Showing<DirectOtpGateway> showing(ProviderBehaviour behaviour) {
        DirectOtpGateway gateway =
                Scripted.provider(behaviour, Flow.DIRECT_OTP).directOtp().orElseThrow();
        Showing<DirectOtpGateway> showing = Showing.withoutWire(Fake.ID, gateway);
        ConsentProof proof = Sample.anyProof(Fake.ID, ProviderCall.SEND_CODE);
        return gateway.send(proof, canary().aadhaar())
                .map(verdict ->
                        verdict instanceof SendVerdict.CodeSent sent ? showing.knowing(sent.reference()) : showing)
                .getOrElse(showing);
    }

    @Override
    protected Canary canary() {
        return Scripted.CANARY;
    }
}
