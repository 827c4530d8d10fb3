package dev.kycport.app;

import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.consent.Consent;
import dev.kycport.domain.consent.ConsentEvent;
import dev.kycport.domain.consent.ConsentHistory;
import dev.kycport.domain.consent.ConsentId;
import dev.kycport.domain.consent.ConsentUse;
import dev.kycport.domain.failure.ConsentRejection;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.failure.Rejection;
import dev.kycport.domain.session.Dossier;
import dev.kycport.domain.session.EndReason;
import dev.kycport.domain.session.KycSession;
import dev.kycport.ports.ConsentLedger;
import dev.kycport.ports.ConsentProof;
import io.vavr.control.Either;
import java.util.List;

/** Where consents are looked up, answered and proved. */
final class ConsentDesk {

    private final ConsentLedger ledger;
    private final Desk desk;

    ConsentDesk(ConsentLedger ledger, Desk desk) {
        this.ledger = ledger;
        this.desk = desk;
    }

    Either<KycFailure, Consent> find(ConsentId id) {
        List<ConsentEvent> events = ledger.events(id);
        return events.isEmpty()
                ? Either.left(new ConsentRejection.Missing())
                : Either.right(ConsentHistory.replay(events));
    }

    /** Adds what happened to the chain, unless something else happened first. */
    Either<KycFailure, ConsentEvent> append(ConsentEvent event) {
        int position = ledger.events(event.consent()).size();
        return ledger.append(event, position).mapLeft(busy -> busy);
    }

    /** Whether the consent would cover that call of the session, without using it. */
    Either<KycFailure, Consent.Given> covers(KycSession session, ProviderCall call) {
        return find(session.dossier().consent())
                .flatMap(consent ->
                        consent.allows(use(session, call), desk.now()).mapLeft(no -> no));
    }

    /** The proof for a call; a consent that is over takes its session with it. */
    Either<KycFailure, ConsentProof> prove(Call call) {
        ConsentUse use = use(call.before(), call.kind());
        return ledger.prove(call.before().dossier().consent(), use, desk.now())
                .peekLeft(no -> stop(call.before(), no))
                .mapLeft(no -> no);
    }

    private static ConsentUse use(KycSession session, ProviderCall call) {
        Dossier dossier = session.dossier();
        return new ConsentUse(dossier.id(), dossier.subject(), dossier.purpose(), dossier.provider(), call);
    }

    // If another step is quicker, the next call meets the same consent.
    private void stop(KycSession session, Rejection no) {
        if (session instanceof KycSession.Live live && no instanceof ConsentRejection.Withdrawn) {
            end(live, EndReason.CONSENT_WITHDRAWN);
        }
        if (session instanceof KycSession.Live live && no instanceof ConsentRejection.Expired) {
            end(live, EndReason.EXPIRED);
        }
    }

    private void end(KycSession.Live live, EndReason reason) {
        KycSession.Ended ended = live.end(reason);
        Either<KycFailure, KycSession.Ended> saved = desk.save(live, ended, Entries.step(live, ended, desk.now()));
        saved.peekLeft(busy -> {});
    }
}
