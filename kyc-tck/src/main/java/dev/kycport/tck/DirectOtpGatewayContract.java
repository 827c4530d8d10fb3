package dev.kycport.tck;

import dev.kycport.domain.Flow;
import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.ProviderReference;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.ports.gateway.DirectOtpGateway;
import dev.kycport.ports.store.ConsentProof;
import dev.kycport.tck.recording.GatewayUnderTest;
import dev.kycport.tck.sample.SampleValues;
import dev.kycport.tck.secrecy.Canary;
import io.vavr.control.Either;

/** What a {@link DirectOtpGateway} owes. */
public abstract class DirectOtpGatewayContract extends OtpGatewayContract<DirectOtpGateway> {

    /** For the adapter's test. */
    protected DirectOtpGatewayContract() {
        super(Flow.DIRECT_OTP);
    }

    @Override
    final Either<ProviderFailure, ?> call(ProviderCall call, GatewayUnderTest<DirectOtpGateway> target, Canary canary) {
        ConsentProof proof = SampleValues.anyProof(target.provider(), call);
        return call == ProviderCall.SEND_CODE ? target.gateway().send(proof, canary.aadhaar()) : verify(target, canary);
    }

    @Override
    final ProviderReference startSession(GatewayUnderTest<DirectOtpGateway> target) {
        return reference(call(ProviderCall.SEND_CODE, target, canary()));
    }
}
