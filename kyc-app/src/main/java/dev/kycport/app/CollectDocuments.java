package dev.kycport.app;

import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.SessionId;
import dev.kycport.domain.digilocker.AuthorizationChallenge;
import dev.kycport.domain.digilocker.AuthorizationOffer;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.identity.Holder;
import dev.kycport.domain.session.KycSession;
import dev.kycport.ports.KycProvider;
import io.vavr.control.Either;
import java.util.Optional;

/** Fetches what the person shared in DigiLocker; can be repeated when it fails. */
final class CollectDocuments {

    private final Desk desk;
    private final Caller caller;

    CollectDocuments(Desk desk, Caller caller) {
        this.desk = desk;
        this.caller = caller;
    }

    Either<KycFailure, Progress> collect(SessionId id) {
        return desk.find(id)
                .flatMap(Expect::awaitingAuthorization)
                .flatMap(session -> collect(session, Optional.empty()));
    }

    /** Fetches them in the step in which the provider told, perhaps, whose they are. */
    Either<KycFailure, Progress> collect(KycSession.AwaitingAuthorization<?> session, Optional<Holder> holder) {
        return session.collect(desk.now())
                .<KycFailure>mapLeft(no -> no)
                .flatMap(intent -> collect(session, intent, holder));
    }

    private Either<KycFailure, Progress> collect(
            KycSession.Live session,
            KycSession.AwaitingAuthorization<AuthorizationChallenge.Collecting> intent,
            Optional<Holder> holder) {
        AuthorizationOffer offer = intent.authorization().from().offer();
        return desk.directory()
                .gateway(session, KycProvider::digiLocker)
                .<KycFailure>mapLeft(no -> no)
                .flatMap(gateway -> caller.make(
                        Call.of(ProviderCall.COLLECT_DOCUMENTS, session, intent),
                        proof -> gateway.collect(proof, offer.reference(), offer.documents(), holder),
                        answer -> answer.fold(
                                failure -> Outcome.undone(
                                        intent.with(intent.authorization().revert()), failure),
                                verdict -> verdict.match(after(intent)))));
    }

    private AfterCollect after(KycSession.AwaitingAuthorization<AuthorizationChallenge.Collecting> intent) {
        return new AfterCollect(intent, desk.policies(intent).session(), desk.now());
    }
}
