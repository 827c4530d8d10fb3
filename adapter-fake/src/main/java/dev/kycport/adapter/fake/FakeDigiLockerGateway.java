package dev.kycport.adapter.fake;

import dev.kycport.domain.Flow;
import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.ProviderReference;
import dev.kycport.domain.digilocker.AuthorizationCallback;
import dev.kycport.domain.digilocker.AuthorizationCode;
import dev.kycport.domain.digilocker.AuthorizationRequest;
import dev.kycport.domain.digilocker.OAuthState;
import dev.kycport.domain.digilocker.RedirectUrl;
import dev.kycport.domain.digilocker.ReturnUrl;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.failure.VerdictCode;
import dev.kycport.domain.identity.Assurance;
import dev.kycport.domain.identity.DocumentHolder;
import dev.kycport.domain.identity.DocumentType;
import dev.kycport.ports.gateway.DigiLockerGateway;
import dev.kycport.ports.gateway.DocumentsVerdict;
import dev.kycport.ports.gateway.GrantVerdict;
import dev.kycport.ports.gateway.SessionLost;
import dev.kycport.ports.store.ConsentProof;
import io.vavr.control.Either;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/** The DigiLocker flow: the code with which the person comes back decides what they shared. */
final class FakeDigiLockerGateway implements DigiLockerGateway {

    private static final String AUTHORIZE = "https://fake.invalid/authorize?state=";

    private final FakeCallInterceptor fakeCallInterceptor;
    private final ReferenceGenerator referenceGenerator;
    private final InstantSource time;
    private final ReferenceCache<FakeDigiLockerSession> offers;

    FakeDigiLockerGateway(
            FakeCallInterceptor fakeCallInterceptor,
            ReferenceGenerator referenceGenerator,
            InstantSource time,
            ReferenceCache<FakeDigiLockerSession> offers) {
        this.fakeCallInterceptor = fakeCallInterceptor;
        this.referenceGenerator = referenceGenerator;
        this.time = time;
        this.offers = offers;
    }

    @Override
    public Either<ProviderFailure, AuthorizationRequest> requestAuthorization(
            ConsentProof proof, RedirectUrl back, Set<DocumentType> documents) {
        return fakeCallInterceptor.call(ProviderCall.OFFER_AUTHORIZATION, () -> {
            OAuthState state = referenceGenerator.nextState();
            URI url = URI.create(AUTHORIZE + state.value());
            return Either.right(new AuthorizationRequest(
                    offers.register(new FakeDigiLockerSession(documents)), url, state, documents));
        });
    }

    @Override
    public Either<KycFailure, AuthorizationCallback> parseCallback(ReturnUrl url) {
        return FakeCallbackParser.read(url.revealParameters());
    }

    @Override
    public Either<ProviderFailure, GrantVerdict> exchangeGrant(
            ConsentProof proof, ProviderReference reference, AuthorizationCode code) {
        return fakeCallInterceptor.call(
                ProviderCall.TAKE_UP_AUTHORIZATION,
                () -> Either.right(findSession(ProviderCall.TAKE_UP_AUTHORIZATION, reference)
                        .map(fakeDigiLockerSession -> judgeGrant(fakeDigiLockerSession, code))
                        .orElseGet(SessionLost::new)));
    }

    @Override
    public Either<ProviderFailure, DocumentsVerdict> fetchDocuments(
            ConsentProof proof,
            ProviderReference reference,
            Set<DocumentType> documents,
            Optional<DocumentHolder> holder) {
        return fakeCallInterceptor.call(
                ProviderCall.COLLECT_DOCUMENTS,
                () -> findSession(ProviderCall.COLLECT_DOCUMENTS, reference)
                        .map(fakeDigiLockerSession -> shareDocuments(fakeDigiLockerSession, documents, holder))
                        .orElseGet(() -> Either.right(new SessionLost())));
    }

    private GrantVerdict judgeGrant(FakeDigiLockerSession fakeDigiLockerSession, AuthorizationCode code) {
        boolean denied = isScripted(ProviderCall.TAKE_UP_AUTHORIZATION, VerdictCode.AUTHORIZATION_DENIED);
        return !denied && fakeDigiLockerSession.acceptGrant(code)
                ? new GrantVerdict.Connected(Optional.of(FakePerson.HOLDER))
                : new GrantVerdict.GrantRefused();
    }

    private Either<ProviderFailure, DocumentsVerdict> shareDocuments(
            FakeDigiLockerSession fakeDigiLockerSession, Set<DocumentType> documents, Optional<DocumentHolder> holder) {
        return fakeDigiLockerSession
                .shared(documents)
                .<Either<ProviderFailure, DocumentsVerdict>>map(shared -> Either.right(verdict(shared, holder)))
                .orElseGet(() -> FakeCallInterceptor.failure(SimulatedFailure.REFUSED));
    }

    private DocumentsVerdict verdict(Set<DocumentType> shared, Optional<DocumentHolder> holder) {
        if (shared.isEmpty() || isScripted(ProviderCall.COLLECT_DOCUMENTS, VerdictCode.AUTHORIZATION_EMPTY)) {
            return new DocumentsVerdict.NothingShared();
        }
        return holderOf(shared, holder)
                .<DocumentsVerdict>map(known -> new DocumentsVerdict.DocumentsFetched(
                        FakePerson.verifiedByDocuments(known, shared, assurance())))
                .orElseGet(SessionLost::new);
    }

    // As with the vendors: her Aadhaar names her, other documents do not.
    private static Optional<DocumentHolder> holderOf(Set<DocumentType> shared, Optional<DocumentHolder> holder) {
        return shared.contains(DocumentType.AADHAAR) ? Optional.of(FakePerson.HOLDER) : holder;
    }

    private Assurance assurance() {
        return new Assurance(Flow.DIGILOCKER, FakeProviderFactory.ID, time.instant());
    }

    private Optional<FakeDigiLockerSession> findSession(ProviderCall call, ProviderReference reference) {
        return isScripted(call, VerdictCode.SESSION_LOST) ? Optional.empty() : offers.find(reference);
    }

    private boolean isScripted(ProviderCall call, VerdictCode verdict) {
        return fakeCallInterceptor.scripted(call).filter(verdict::equals).isPresent();
    }
}
