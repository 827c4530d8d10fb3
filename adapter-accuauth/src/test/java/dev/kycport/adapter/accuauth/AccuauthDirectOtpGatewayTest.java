package dev.kycport.adapter.accuauth;

import dev.kycport.domain.Flow;
import dev.kycport.ports.DirectOtpGateway;
import dev.kycport.ports.KycProvider;
import dev.kycport.tck.DirectOtpGatewayContract;
import dev.kycport.tck.ProviderBehaviour;
import dev.kycport.tck.RecordedProvider;
import dev.kycport.tck.Showing;

final class AccuauthDirectOtpGatewayTest extends DirectOtpGatewayContract {

    @Override
    protected Showing<DirectOtpGateway> showing(ProviderBehaviour behaviour) {
        RecordedProvider wire = RecordedProvider.playing("accuauth", Flow.DIRECT_OTP, behaviour, canary());
        KycProvider accuauth = new AccuauthCalls().open(wire.link());
        return wire.showing(accuauth.id(), accuauth.directOtp().orElseThrow());
    }
}
