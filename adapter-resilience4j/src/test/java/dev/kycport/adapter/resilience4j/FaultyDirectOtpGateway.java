package dev.kycport.adapter.resilience4j;

import dev.kycport.domain.ProviderReference;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.identity.IdentityNumber;
import dev.kycport.domain.otp.OtpCode;
import dev.kycport.ports.gateway.CodeVerdict;
import dev.kycport.ports.gateway.DirectOtpGateway;
import dev.kycport.ports.gateway.SendVerdict;
import dev.kycport.ports.store.ConsentProof;
import io.vavr.control.Either;

/** The direct flow of a moody provider. */
record FaultyDirectOtpGateway(FaultyProvider moody, DirectOtpGateway gateway) implements DirectOtpGateway {

    @Override
    public Either<ProviderFailure, SendVerdict> send(ConsentProof proof, IdentityNumber number) {
        return moody.answer(proof, () -> gateway.send(proof, number));
    }

    @Override
    public Either<ProviderFailure, CodeVerdict> verify(ConsentProof proof, ProviderReference reference, OtpCode code) {
        return moody.answer(proof, () -> gateway.verify(proof, reference, code));
    }

    @Override
    public boolean acceptsVirtualIds() {
        return gateway.acceptsVirtualIds();
    }
}
