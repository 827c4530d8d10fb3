package dev.kycport.adapter.fake;

import dev.kycport.domain.Flow;
import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.ProviderReference;
import dev.kycport.domain.digilocker.AuthorizationCode;
import dev.kycport.domain.digilocker.AuthorizationOffer;
import dev.kycport.domain.digilocker.AuthorizationReturn;
import dev.kycport.domain.digilocker.AuthorizationState;
import dev.kycport.domain.digilocker.RedirectUrl;
import dev.kycport.domain.digilocker.ReturnUrl;
import dev.kycport.domain.failure.InputRejection;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.failure.VerdictCode;
import dev.kycport.domain.identity.Assurance;
import dev.kycport.domain.identity.DocumentType;
import dev.kycport.domain.identity.Holder;
import dev.kycport.ports.CollectionVerdict;
import dev.kycport.ports.ConnectionVerdict;
import dev.kycport.ports.ConsentProof;
import dev.kycport.ports.DigiLockerGateway;
import dev.kycport.ports.SessionLost;
import io.vavr.control.Either;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/** The DigiLocker flow: the code with which the person comes back decides what they shared. */
final class FakeDigiLockerGateway implements DigiLockerGateway {

    private static final String AUTHORIZE = "https://fake.invalid/authorize?state=";

    private final Line line;
    private final Names names;
    private final InstantSource time;
    private final References<Offer> offers;

    FakeDigiLockerGateway(Line line, Names names, InstantSource time, References<Offer> offers) {
        this.line = line;
        this.names = names;
        this.time = time;
        this.offers = offers;
    }

    @Override
    public Either<ProviderFailure, AuthorizationOffer> offer(
            ConsentProof proof, RedirectUrl back, Set<DocumentType> documents) {
        return line.call(ProviderCall.OFFER_AUTHORIZATION, () -> {
            AuthorizationState state = names.state();
            URI url = URI.create(AUTHORIZE + state.value());
            return Either.right(new AuthorizationOffer(offers.open(new Offer(documents)), url, state, documents));
        });
    }

    @Override
    public Either<InputRejection, AuthorizationReturn> read(ReturnUrl url) {
        return FakeReturn.read(url.revealParameters());
    }

    @Override
    public Either<ProviderFailure, ConnectionVerdict> connect(
            ConsentProof proof, ProviderReference reference, AuthorizationCode code) {
        return line.call(
                ProviderCall.TAKE_UP_AUTHORIZATION,
                () -> Either.right(known(ProviderCall.TAKE_UP_AUTHORIZATION, reference)
                        .map(offer -> connected(offer, code))
                        .orElseGet(SessionLost::new)));
    }

    @Override
    public Either<ProviderFailure, CollectionVerdict> collect(
            ConsentProof proof, ProviderReference reference, Set<DocumentType> documents, Optional<Holder> holder) {
        return line.call(
                ProviderCall.COLLECT_DOCUMENTS,
                () -> known(ProviderCall.COLLECT_DOCUMENTS, reference)
                        .map(offer -> collected(offer, documents, holder))
                        .orElseGet(() -> Either.right(new SessionLost())));
    }

    private ConnectionVerdict connected(Offer offer, AuthorizationCode code) {
        boolean denied = isScripted(ProviderCall.TAKE_UP_AUTHORIZATION, VerdictCode.AUTHORIZATION_DENIED);
        return !denied && offer.takeUp(code)
                ? new ConnectionVerdict.Connected(Optional.of(Asha.HOLDER))
                : new ConnectionVerdict.GrantRefused();
    }

    private Either<ProviderFailure, CollectionVerdict> collected(
            Offer offer, Set<DocumentType> documents, Optional<Holder> holder) {
        return offer.shared(documents)
                .<Either<ProviderFailure, CollectionVerdict>>map(shared -> Either.right(verdict(shared, holder)))
                .orElseGet(() -> Line.failed(Breakdown.REFUSED));
    }

    private CollectionVerdict verdict(Set<DocumentType> shared, Optional<Holder> holder) {
        if (shared.isEmpty() || isScripted(ProviderCall.COLLECT_DOCUMENTS, VerdictCode.AUTHORIZATION_EMPTY)) {
            return new CollectionVerdict.NothingShared();
        }
        return whose(shared, holder)
                .<CollectionVerdict>map(
                        known -> new CollectionVerdict.Collected(Asha.byDocuments(known, shared, assurance())))
                .orElseGet(SessionLost::new);
    }

    // As with the vendors: her Aadhaar names her, other documents do not.
    private static Optional<Holder> whose(Set<DocumentType> shared, Optional<Holder> holder) {
        return shared.contains(DocumentType.AADHAAR) ? Optional.of(Asha.HOLDER) : holder;
    }

    private Assurance assurance() {
        return new Assurance(Flow.DIGILOCKER, Fake.ID, time.instant());
    }

    private Optional<Offer> known(ProviderCall call, ProviderReference reference) {
        return isScripted(call, VerdictCode.SESSION_LOST) ? Optional.empty() : offers.find(reference);
    }

    private boolean isScripted(ProviderCall call, VerdictCode verdict) {
        return line.scripted(call).filter(verdict::equals).isPresent();
    }
}
