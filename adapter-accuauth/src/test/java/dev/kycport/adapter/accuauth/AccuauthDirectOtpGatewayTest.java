package dev.kycport.adapter.accuauth;

import dev.kycport.domain.Flow;
import dev.kycport.ports.gateway.DirectOtpGateway;
import dev.kycport.ports.spi.KycProvider;
import dev.kycport.tck.DirectOtpGatewayContract;
import dev.kycport.tck.recording.GatewayUnderTest;
import dev.kycport.tck.recording.ProviderBehaviour;
import dev.kycport.tck.recording.RecordedProvider;

final class AccuauthDirectOtpGatewayTest extends DirectOtpGatewayContract {

    @Override
    protected GatewayUnderTest<DirectOtpGateway> gatewayShowing(ProviderBehaviour behaviour) {
        RecordedProvider wire = RecordedProvider.replay("accuauth", Flow.DIRECT_OTP, behaviour, canary());
        KycProvider accuauth = new AccuauthHttpCalls().open(wire.endpoint());
        return wire.underTest(accuauth.id(), accuauth.directOtp().orElseThrow());
    }
}
