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

/** A guarded direct OTP gateway. No call is ever retried. */
final class GuardedDirectOtpGateway implements DirectOtpGateway {

    private final DirectOtpGateway gateway;
    private final CallGuard callGuard;

    GuardedDirectOtpGateway(DirectOtpGateway gateway, CallGuard callGuard) {
        this.gateway = gateway;
        this.callGuard = callGuard;
    }

    @Override
    public Either<ProviderFailure, SendVerdict> send(ConsentProof proof, IdentityNumber number) {
        return callGuard.execute(() -> gateway.send(proof, number));
    }

    @Override
    public Either<ProviderFailure, CodeVerdict> verify(ConsentProof proof, ProviderReference reference, OtpCode code) {
        return callGuard.execute(() -> gateway.verify(proof, reference, code));
    }

    @Override
    public boolean acceptsVirtualIds() {
        return gateway.acceptsVirtualIds();
    }
}
