package dev.kycport.adapter.resilience4j;

import dev.kycport.domain.Flow;
import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.ProviderReference;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.ports.gateway.DirectOtpGateway;
import dev.kycport.ports.gateway.SendVerdict;
import dev.kycport.ports.spi.KycProvider;
import dev.kycport.tck.DirectOtpGatewayContract;
import dev.kycport.tck.recording.GatewayUnderTest;
import dev.kycport.tck.recording.ProviderBehaviour;
import dev.kycport.tck.sample.SampleValues;
import dev.kycport.tck.secrecy.Canary;
import io.vavr.control.Either;

class GuardedDirectOtpContractTest extends DirectOtpGatewayContract {

    @Override
    protected GatewayUnderTest<DirectOtpGateway> gatewayShowing(ProviderBehaviour behaviour) {
        return GuardedFake.gatewayUnderTest(
                behaviour, Flow.DIRECT_OTP, KycProvider::directOtp, GuardedDirectOtpContractTest::sent);
    }

    @Override
    protected Canary canary() {
        return GuardedFake.CANARY;
    }

    private static Either<ProviderFailure, ProviderReference> sent(DirectOtpGateway gateway) {
        return gateway.send(GuardedFake.proof(ProviderCall.SEND_CODE), GuardedFake.CANARY.aadhaar())
                .map(verdict ->
                        verdict instanceof SendVerdict.CodeSent sent ? sent.reference() : SampleValues.anyReference());
    }
}
