package dev.kycport.adapter.resilience4j;

import dev.kycport.domain.ProviderReference;
import dev.kycport.domain.digilocker.AuthorizationCallback;
import dev.kycport.domain.digilocker.AuthorizationCode;
import dev.kycport.domain.digilocker.AuthorizationRequest;
import dev.kycport.domain.digilocker.RedirectUrl;
import dev.kycport.domain.digilocker.ReturnUrl;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.identity.DocumentHolder;
import dev.kycport.domain.identity.DocumentType;
import dev.kycport.ports.gateway.DigiLockerGateway;
import dev.kycport.ports.gateway.DocumentsVerdict;
import dev.kycport.ports.gateway.GrantVerdict;
import dev.kycport.ports.store.ConsentProof;
import io.vavr.control.Either;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * A guarded DigiLocker gateway. Fetching documents may be retried; exchanging a grant never is, because it works
 * once. The exchange also reserves permits for the documents that follow, so that our own rate limit cannot block
 * them afterwards.
 */
final class GuardedDigiLockerGateway implements DigiLockerGateway {

    // When a grant is exchanged, it is not yet known which documents will be fetched.
    private static final int MAX_DOCUMENT_REQUESTS = requestCount(EnumSet.allOf(DocumentType.class));

    private final DigiLockerGateway gateway;
    private final CallGuard callGuard;
    private final ReadRetry readRetry;
    private final ReservedPermits reservedPermits;

    GuardedDigiLockerGateway(
            DigiLockerGateway gateway, CallGuard callGuard, ReadRetry readRetry, ReservedPermits reservedPermits) {
        this.gateway = gateway;
        this.callGuard = callGuard;
        this.readRetry = readRetry;
        this.reservedPermits = reservedPermits;
    }

    @Override
    public Either<ProviderFailure, AuthorizationRequest> requestAuthorization(
            ConsentProof proof, RedirectUrl redirectUrl, Set<DocumentType> documents) {
        return callGuard.execute(() -> gateway.requestAuthorization(proof, redirectUrl, documents));
    }

    /** Calls no provider, so it is not guarded. */
    @Override
    public Either<KycFailure, AuthorizationCallback> parseCallback(ReturnUrl url) {
        return gateway.parseCallback(url);
    }

    @Override
    public Either<ProviderFailure, GrantVerdict> exchangeGrant(
            ConsentProof proof, ProviderReference reference, AuthorizationCode code) {
        return callGuard.execute(1 + MAX_DOCUMENT_REQUESTS, () -> exchangeAndReserve(proof, reference, code));
    }

    @Override
    public Either<ProviderFailure, DocumentsVerdict> fetchDocuments(
            ConsentProof proof,
            ProviderReference reference,
            Set<DocumentType> documents,
            Optional<DocumentHolder> holder) {
        return readRetry.execute(
                requestsToAcquire(reference, documents),
                () -> gateway.fetchDocuments(proof, reference, documents, holder));
    }

    private Either<ProviderFailure, GrantVerdict> exchangeAndReserve(
            ConsentProof proof, ProviderReference reference, AuthorizationCode code) {
        Either<ProviderFailure, GrantVerdict> answer = gateway.exchangeGrant(proof, reference, code);
        if (answer.fold(failure -> false, GrantVerdict.Connected.class::isInstance)) {
            reservedPermits.add(reference);
        } else {
            callGuard.refund(1 + MAX_DOCUMENT_REQUESTS, 1);
        }
        return answer;
    }

    private int requestsToAcquire(ProviderReference reference, Set<DocumentType> documents) {
        if (reservedPermits.consume(reference)) {
            callGuard.refund(1 + MAX_DOCUMENT_REQUESTS, 1 + requestCount(documents));
            return 0;
        }
        return requestCount(documents);
    }

    // The maximum: one request for the Aadhaar; for others one for the list and one for each document.
    private static int requestCount(Set<DocumentType> documents) {
        int aadhaar = documents.contains(DocumentType.AADHAAR) ? 1 : 0;
        int others = documents.size() - aadhaar;
        return aadhaar + (others == 0 ? 0 : 1 + others);
    }
}
