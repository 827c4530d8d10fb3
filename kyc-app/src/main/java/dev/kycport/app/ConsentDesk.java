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
import java.util.Optional;

/** Where consents are looked up, answered and proved. */
final class ConsentDesk {

    private final ConsentLedger ledger;
    private final Desk desk;

    ConsentDesk(ConsentLedger ledger, Desk desk) {
        this.ledger = ledger;
        this.desk = desk;
    }

    Either<KycFailure, Consent> find(ConsentId id) {
        return read(id).map(OnRecord::consent);
    }

    /**
     * The consent as it stands now, and where what happens to it next belongs. That its time is over is on record, once, before
     * anyone is told.
     */
    Either<KycFailure, OnRecord> read(ConsentId id) {
        return Insistence.on(() -> stored(id).flatMap(this::expired));
    }

    private Either<KycFailure, OnRecord> stored(ConsentId id) {
        List<ConsentEvent> events = ledger.events(id);
        return events.isEmpty()
                ? Either.left(new ConsentRejection.Missing())
                : Either.right(new OnRecord(ConsentHistory.replay(events), events.size()));
    }

    private Either<KycFailure, OnRecord> expired(OnRecord found) {
        return found.consent() instanceof Consent.Given given && given.isOver(desk.now())
                ? append(new ConsentEvent.HasExpired(given.id(), given.validUntil()), found.position())
                        .map(event -> new OnRecord(given.expire(), found.position() + 1))
                : Either.right(found);
    }

    /** Adds what happened to the chain, unless something else happened since the position was read. */
    Either<KycFailure, ConsentEvent> append(ConsentEvent event, int position) {
        return ledger.append(event, position).mapLeft(busy -> busy);
    }

    /** Whether the consent would cover that call of the session, without using it. */
    Either<KycFailure, Consent.Given> covers(KycSession session, ProviderCall call) {
        return find(session.dossier().consent())
                .flatMap(consent ->
                        consent.allows(use(session, call), desk.now()).mapLeft(no -> no));
    }

    /**
     * The proof for a call; a consent that is over takes its session with it. A use by another step at the same moment is no
     * reason to refuse this one: which of them goes on is decided where the session is stored.
     */
    Either<KycFailure, ConsentProof> prove(Call call) {
        ConsentUse use = use(call.before(), call.kind());
        return Insistence.on(() -> ledger.prove(call.before().dossier().consent(), use, desk.now())
                .mapLeft(no -> refused(call.before(), no)));
    }

    private static ConsentUse use(KycSession session, ProviderCall call) {
        Dossier dossier = session.dossier();
        return new ConsentUse(dossier.id(), dossier.subject(), dossier.purpose(), dossier.provider(), call);
    }

    private KycFailure refused(KycSession.Live session, Rejection no) {
        if (no instanceof ConsentRejection.Expired) {
            // For the record alone: whatever comes of that, the answer is no.
            read(session.dossier().consent());
        }
        return stop(session, no);
    }

    // If another step is quicker than the end, the next call meets the same consent.
    private KycFailure stop(KycSession.Live session, Rejection no) {
        return reason(no)
                .map(session::end)
                .map(ended -> desk.save(session, ended, Entries.step(session, ended, desk.now()))
                        .fold(busy -> no, stored -> no))
                .orElse(no);
    }

    /**
     * What the ledger says.
     *
     * @param position of the next event
     */
    record OnRecord(Consent consent, int position) {}

    private static Optional<EndReason> reason(Rejection no) {
        if (no instanceof ConsentRejection.Withdrawn) {
            return Optional.of(EndReason.CONSENT_WITHDRAWN);
        }
        return no instanceof ConsentRejection.Expired ? Optional.of(EndReason.EXPIRED) : Optional.empty();
    }
}
