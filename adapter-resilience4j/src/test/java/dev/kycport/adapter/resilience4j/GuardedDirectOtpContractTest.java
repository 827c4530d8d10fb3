package dev.kycport.adapter.resilience4j;

import dev.kycport.domain.Flow;
import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.ProviderReference;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.ports.DirectOtpGateway;
import dev.kycport.ports.KycProvider;
import dev.kycport.ports.SendVerdict;
import dev.kycport.tck.Canary;
import dev.kycport.tck.DirectOtpGatewayContract;
import dev.kycport.tck.ProviderBehaviour;
import dev.kycport.tck.Sample;
import dev.kycport.tck.Showing;
import io.vavr.control.Either;

class GuardedDirectOtpContractTest extends DirectOtpGatewayContract {

    @Override
    protected Showing<DirectOtpGateway> showing(ProviderBehaviour behaviour) {
        return GuardedFake.showing(
                behaviour, Flow.DIRECT_OTP, KycProvider::directOtp, GuardedDirectOtpContractTest::sent);
    }

    @Override
    protected Canary canary() {
        return GuardedFake.CANARY;
    }

    private static Either<ProviderFailure, ProviderReference> sent(DirectOtpGateway gateway) {
        return gateway.send(GuardedFake.proof(ProviderCall.SEND_CODE), GuardedFake.CANARY.aadhaar())
                .map(verdict ->
                        verdict instanceof SendVerdict.CodeSent sent ? sent.reference() : Sample.anyReference());
    }
}
