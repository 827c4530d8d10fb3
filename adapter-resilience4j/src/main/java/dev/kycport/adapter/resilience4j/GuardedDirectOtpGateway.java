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

/** The direct flow through the gate: no call of it is ever repeated. */
final class GuardedDirectOtpGateway implements DirectOtpGateway {

    private final DirectOtpGateway gateway;
    private final Gate gate;

    GuardedDirectOtpGateway(DirectOtpGateway gateway, Gate gate) {
        this.gateway = gateway;
        this.gate = gate;
    }

    @Override
    public Either<ProviderFailure, SendVerdict> send(ConsentProof proof, IdentityNumber number) {
        return gate.pass(() -> gateway.send(proof, number));
    }

    @Override
    public Either<ProviderFailure, CodeVerdict> verify(ConsentProof proof, ProviderReference reference, OtpCode code) {
        return gate.pass(() -> gateway.verify(proof, reference, code));
    }

    @Override
    public boolean acceptsVirtualIds() {
        return gateway.acceptsVirtualIds();
    }
}
