package dev.kycport.tck;

import dev.kycport.domain.Flow;
import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.ProviderReference;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.ports.ConsentProof;
import dev.kycport.ports.DirectOtpGateway;
import io.vavr.control.Either;

/** What a {@link DirectOtpGateway} owes. */
public abstract class DirectOtpGatewayContract extends OtpGatewayContract<DirectOtpGateway> {

    /** For the adapter's test. */
    protected DirectOtpGatewayContract() {
        super(Flow.DIRECT_OTP);
    }

    @Override
    final Either<ProviderFailure, ?> ask(ProviderCall call, Showing<DirectOtpGateway> at, Canary canary) {
        ConsentProof proof = Sample.anyProof(at.provider(), call);
        return call == ProviderCall.SEND_CODE ? at.gateway().send(proof, canary.aadhaar()) : verify(at, canary);
    }

    @Override
    final ProviderReference begun(Showing<DirectOtpGateway> at) {
        return reference(ask(ProviderCall.SEND_CODE, at, canary()));
    }
}
