package dev.kycport.app.internal.consent;

import dev.kycport.app.internal.session.AuditEntries;
import dev.kycport.app.internal.session.ProviderCallIntent;
import dev.kycport.app.internal.session.RetryOnConflict;
import dev.kycport.app.internal.session.SessionRepository;
import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.consent.Consent;
import dev.kycport.domain.consent.ConsentEvent;
import dev.kycport.domain.consent.ConsentHistory;
import dev.kycport.domain.consent.ConsentId;
import dev.kycport.domain.consent.ConsentUse;
import dev.kycport.domain.failure.ConsentRejection;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.session.EndReason;
import dev.kycport.domain.session.KycSession;
import dev.kycport.domain.session.SessionHeader;
import dev.kycport.ports.store.ConsentLedger;
import dev.kycport.ports.store.ConsentProof;
import io.vavr.control.Either;
import java.util.List;
import java.util.Optional;

/** Where consents are looked up, answered and proved. */
public final class ConsentService {

    private final ConsentLedger ledger;
    private final SessionRepository sessionRepository;

    public ConsentService(ConsentLedger ledger, SessionRepository sessionRepository) {
        this.ledger = ledger;
        this.sessionRepository = sessionRepository;
    }

    public Either<KycFailure, Consent> find(ConsentId id) {
        return load(id).map(RecordedConsent::consent);
    }

    /**
     * The consent as it stands now, and where what happens to it next belongs. That its time is over is on record, once, before
     * anyone is told.
     */
    public Either<KycFailure, RecordedConsent> load(ConsentId id) {
        return RetryOnConflict.retry(() -> readEvents(id).flatMap(this::recordExpiry));
    }

    private Either<KycFailure, RecordedConsent> readEvents(ConsentId id) {
        List<ConsentEvent> events = ledger.events(id);
        return events.isEmpty()
                ? Either.left(new ConsentRejection.Missing())
                : Either.right(new RecordedConsent(ConsentHistory.replay(events), events.size()));
    }

    private Either<KycFailure, RecordedConsent> recordExpiry(RecordedConsent found) {
        return found.consent() instanceof Consent.Given given && given.isOver(sessionRepository.now())
                ? append(new ConsentEvent.HasExpired(given.id(), given.validUntil()), found.position())
                        .map(event -> new RecordedConsent(given.expire(), found.position() + 1))
                : Either.right(found);
    }

    /** Adds what happened to the chain, unless something else happened since the position was read. */
    public Either<KycFailure, ConsentEvent> append(ConsentEvent event, int position) {
        return ledger.append(event, position);
    }

    /** Whether the consent would cover that call of the session, without using it. */
    public Either<KycFailure, Consent.Given> covers(KycSession session, ProviderCall call) {
        return find(session.header().consent())
                .flatMap(consent -> consent.allows(use(session, call), sessionRepository.now()));
    }

    /**
     * The proof for a call; a consent that is over takes its session with it. A use by another step at the same moment is no
     * reason to refuse this one: which of them goes on is decided where the session is stored.
     */
    public Either<KycFailure, ConsentProof> prove(ProviderCallIntent providerCallIntent) {
        ConsentUse use = use(providerCallIntent.before(), providerCallIntent.kind());
        return RetryOnConflict.retry(
                () -> ledger.prove(providerCallIntent.before().header().consent(), use, sessionRepository.now())
                        .mapLeft(rejection -> endAndReject(providerCallIntent.before(), rejection)));
    }

    private static ConsentUse use(KycSession session, ProviderCall call) {
        SessionHeader sessionHeader = session.header();
        return new ConsentUse(
                sessionHeader.id(), sessionHeader.subject(), sessionHeader.purpose(), sessionHeader.provider(), call);
    }

    private KycFailure endAndReject(KycSession.Live session, KycFailure rejection) {
        if (rejection instanceof ConsentRejection.Expired) {
            // For the record alone: whatever comes of that, the answer is no.
            load(session.header().consent());
        }
        return endSession(session, rejection);
    }

    // If another step is quicker than the end, the next call meets the same consent.
    private KycFailure endSession(KycSession.Live session, KycFailure rejection) {
        return endReason(rejection)
                .map(session::end)
                .map(ended -> sessionRepository
                        .save(session, ended, AuditEntries.step(session, ended, sessionRepository.now()))
                        .fold(busy -> rejection, stored -> rejection))
                .orElse(rejection);
    }

    /**
     * What the ledger says.
     *
     * @param position of the next event
     */
    public record RecordedConsent(Consent consent, int position) {}

    private static Optional<EndReason> endReason(KycFailure rejection) {
        if (rejection instanceof ConsentRejection.Withdrawn) {
            return Optional.of(EndReason.CONSENT_WITHDRAWN);
        }
        return rejection instanceof ConsentRejection.Expired ? Optional.of(EndReason.EXPIRED) : Optional.empty();
    }
}
