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
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * The DigiLocker flow through the gate: fetching documents may be repeated; a grant works once and is used once. It is not spent
 * before there are turns for the collection that follows, too, which our own limits then hold back no more.
 */
final class GuardedDigiLockerGateway implements DigiLockerGateway {

    // At the exchange of a grant nobody tells what will be collected.
    private static final int LONGEST_COLLECTION = requests(EnumSet.allOf(DocumentType.class));

    private final DigiLockerGateway gateway;
    private final Gate gate;
    private final Repetition repetition;
    private final Prepaid prepaid;

    GuardedDigiLockerGateway(DigiLockerGateway gateway, Gate gate, Repetition repetition, Prepaid prepaid) {
        this.gateway = gateway;
        this.gate = gate;
        this.repetition = repetition;
        this.prepaid = prepaid;
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
        return gate.pass(1 + LONGEST_COLLECTION, () -> connected(proof, reference, code));
    }

    @Override
    public Either<ProviderFailure, CollectionVerdict> collect(
            ConsentProof proof, ProviderReference reference, Set<DocumentType> documents, Optional<Holder> holder) {
        return repetition.pass(turns(reference, documents), () -> gateway.collect(proof, reference, documents, holder));
    }

    private Either<ProviderFailure, ConnectionVerdict> connected(
            ConsentProof proof, ProviderReference reference, AuthorizationCode code) {
        Either<ProviderFailure, ConnectionVerdict> answer = gateway.connect(proof, reference, code);
        if (answer.fold(failure -> false, ConnectionVerdict.Connected.class::isInstance)) {
            prepaid.add(reference);
        } else {
            gate.giveBack(1 + LONGEST_COLLECTION, 1);
        }
        return answer;
    }

    private int turns(ProviderReference reference, Set<DocumentType> documents) {
        if (prepaid.take(reference)) {
            gate.giveBack(1 + LONGEST_COLLECTION, 1 + requests(documents));
            return 0;
        }
        return requests(documents);
    }

    // At most: the Aadhaar is fetched as it is; of others first the list, and then each.
    private static int requests(Set<DocumentType> documents) {
        int aadhaar = documents.contains(DocumentType.AADHAAR) ? 1 : 0;
        int others = documents.size() - aadhaar;
        return aadhaar + (others == 0 ? 0 : 1 + others);
    }
}
