package dev.kycport.app;

import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.SessionId;
import dev.kycport.domain.digilocker.AuthorizationChallenge;
import dev.kycport.domain.digilocker.AuthorizationOffer;
import dev.kycport.domain.digilocker.RedirectUrl;
import dev.kycport.domain.failure.Field;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.identity.DocumentType;
import dev.kycport.domain.identity.IdentityNumber;
import dev.kycport.domain.session.Dossier;
import dev.kycport.domain.session.KycSession;
import dev.kycport.ports.KycProvider;
import io.vavr.control.Either;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Takes the first step of a flow at a provider. Only here may a session change its provider, and only while it is proven that
 * the one before sent nothing and the consent names the next.
 */
final class StartFlow {

    private final Desk desk;
    private final ConsentDesk consents;
    private final Caller caller;
    private final CodeSending sending;
    private final CaptchaLoading loading;

    StartFlow(Desk desk, ConsentDesk consents, Caller caller, CodeSending sending, CaptchaLoading loading) {
        this.desk = desk;
        this.consents = consents;
        this.caller = caller;
        this.sending = sending;
        this.loading = loading;
    }

    /** The captcha flow: fetches the first image. */
    Either<KycFailure, Progress> captcha(SessionId id) {
        return alongTheRoute(
                id,
                session -> session.askCaptcha(desk.policies(session), desk.now())
                        .<KycFailure>mapLeft(no -> no)
                        .flatMap(intent -> loading.connect(session, intent)));
    }

    /** The direct flow: has the first code sent. */
    Either<KycFailure, Progress> code(SessionId id, IdentityNumber number) {
        return alongTheRoute(
                id,
                session -> session.requestCode(desk.policies(session).otp(), desk.now())
                        .<KycFailure>mapLeft(no -> no)
                        .flatMap(intent -> sending.send(session, intent, number)));
    }

    /** The DigiLocker flow: fetches an offer to authorise. */
    Either<KycFailure, Progress> authorization(SessionId id, RedirectUrl back, Set<DocumentType> documents) {
        return documents.isEmpty()
                ? Either.left(Field.DOCUMENT.because("must be named at least once"))
                : alongTheRoute(
                        id,
                        session -> session.askAuthorization(desk.now())
                                .<KycFailure>mapLeft(no -> no)
                                .flatMap(intent -> offer(session, intent, back, documents)));
    }

    private Either<KycFailure, Progress> offer(
            KycSession.Consented session,
            KycSession.AwaitingAuthorization<AuthorizationChallenge.Requested> intent,
            RedirectUrl back,
            Set<DocumentType> documents) {
        Call call = Call.of(ProviderCall.OFFER_AUTHORIZATION, session, intent);
        return desk.directory()
                .gateway(session, KycProvider::digiLocker)
                .<KycFailure>mapLeft(no -> no)
                .flatMap(gateway -> caller.make(
                        call,
                        proof -> gateway.offer(proof, back, documents),
                        answer -> answer.fold(
                                failure -> Outcome.undone(intent.revert(intent.authorization()), failure),
                                offer -> Outcome.of(offered(intent, offer)))));
    }

    private KycSession offered(
            KycSession.AwaitingAuthorization<AuthorizationChallenge.Requested> intent, AuthorizationOffer offer) {
        return intent.with(
                intent.authorization().offer(offer, desk.policies(intent).authorization(), desk.now()));
    }

    private Either<KycFailure, Progress> alongTheRoute(
            SessionId id, Function<KycSession.Consented, Either<KycFailure, Progress>> start) {
        return desk.find(id).flatMap(Expect::consented).flatMap(session -> start(session, start));
    }

    private Either<KycFailure, Progress> start(
            KycSession.Consented session, Function<KycSession.Consented, Either<KycFailure, Progress>> start) {
        Either<KycFailure, Progress> result = start.apply(session);
        if (result.isLeft() && result.getLeft() instanceof ProviderFailure failure && failure.provesNothingSent()) {
            return hop(session.id(), failure).map(next -> start(next, start)).orElse(result);
        }
        return result;
    }

    /** The session at the next provider of its route; empty if there is none, or the session has moved on meanwhile. */
    private Optional<KycSession.Consented> hop(SessionId id, ProviderFailure because) {
        return desk.find(id)
                .flatMap(Expect::consented)
                .fold(moved -> Optional.empty(), session -> next(session).flatMap(next -> hop(session, next, because)));
    }

    private Optional<KycSession.Consented> hop(
            KycSession.Consented session, KycSession.Consented next, ProviderFailure because) {
        return consents.covers(next, ProviderCall.SEND_CODE)
                .flatMap(covered -> desk.save(session, next, Entries.hop(session, next, desk.now(), because)))
                .fold(no -> Optional.empty(), Optional::of);
    }

    private Optional<KycSession.Consented> next(KycSession.Consented session) {
        Dossier dossier = session.dossier();
        return desk.directory().after(dossier.provider(), dossier.flow()).stream()
                .findFirst()
                .map(session::reroute);
    }
}
