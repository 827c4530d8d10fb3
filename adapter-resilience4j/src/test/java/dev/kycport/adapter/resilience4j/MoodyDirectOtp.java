package dev.kycport.adapter.resilience4j;

import dev.kycport.domain.ProviderReference;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.identity.IdentityNumber;
import dev.kycport.domain.otp.OtpCode;
import dev.kycport.ports.CodeVerdict;
import dev.kycport.ports.ConsentProof;
import dev.kycport.ports.DirectOtpGateway;
import dev.kycport.ports.SendVerdict;
import io.vavr.control.Either;

/** The direct flow of a moody provider. */
record MoodyDirectOtp(Moody moody, DirectOtpGateway gateway) implements DirectOtpGateway {

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
