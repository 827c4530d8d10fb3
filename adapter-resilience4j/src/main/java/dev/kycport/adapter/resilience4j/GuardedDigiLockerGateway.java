package dev.kycport.adapter.resilience4j;

import dev.kycport.domain.ProviderReference;
import dev.kycport.domain.digilocker.AuthorizationCode;
import dev.kycport.domain.digilocker.AuthorizationOffer;
import dev.kycport.domain.digilocker.AuthorizationReturn;
import dev.kycport.domain.digilocker.RedirectUrl;
import dev.kycport.domain.digilocker.ReturnUrl;
import dev.kycport.domain.failure.InputRejection;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.identity.DocumentType;
import dev.kycport.domain.identity.Holder;
import dev.kycport.ports.CollectionVerdict;
import dev.kycport.ports.ConnectionVerdict;
import dev.kycport.ports.ConsentProof;
import dev.kycport.ports.DigiLockerGateway;
import io.vavr.control.Either;
import java.util.Optional;
import java.util.Set;

/** The DigiLocker flow through the gate: fetching documents may be repeated; a grant works once and is used once. */
final class GuardedDigiLockerGateway implements DigiLockerGateway {

    private final DigiLockerGateway gateway;
    private final Gate gate;
    private final Repetition repetition;

    GuardedDigiLockerGateway(DigiLockerGateway gateway, Gate gate, Repetition repetition) {
        this.gateway = gateway;
        this.gate = gate;
        this.repetition = repetition;
    }

    @Override
    public Either<ProviderFailure, AuthorizationOffer> offer(
            ConsentProof proof, RedirectUrl back, Set<DocumentType> documents) {
        return gate.pass(() -> gateway.offer(proof, back, documents));
    }

    /** Asks nobody, so nothing guards it. */
    @Override
    public Either<InputRejection, AuthorizationReturn> read(ReturnUrl url) {
        return gateway.read(url);
    }

    @Override
    public Either<ProviderFailure, ConnectionVerdict> connect(
            ConsentProof proof, ProviderReference reference, AuthorizationCode code) {
        return gate.pass(() -> gateway.connect(proof, reference, code));
    }

    @Override
    public Either<ProviderFailure, CollectionVerdict> collect(
            ConsentProof proof, ProviderReference reference, Set<DocumentType> documents, Optional<Holder> holder) {
        return repetition.pass(() -> gateway.collect(proof, reference, documents, holder));
    }
}
