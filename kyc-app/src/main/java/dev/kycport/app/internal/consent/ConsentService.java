package dev.kycport.app.internal.consent;

import dev.kycport.app.internal.session.ProviderCallIntent;
import dev.kycport.app.internal.session.RetryOnConflict;
import dev.kycport.app.internal.session.SessionRepository;
import dev.kycport.app.step.KycEnvironment;
import dev.kycport.app.step.StepResult;
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

/** Loads consents, appends to their event chains, and proves them for calls. */
public final class ConsentService {

    private final ConsentLedger ledger;
    private final SessionRepository sessions;
    private final KycEnvironment environment;

    public ConsentService(ConsentLedger ledger, SessionRepository sessions, KycEnvironment environment) {
        this.ledger = ledger;
        this.sessions = sessions;
        this.environment = environment;
    }

    public Either<KycFailure, Consent> find(ConsentId id) {
        return load(id).map(RecordedConsent::consent);
    }

    /** The consent in its current state. Its expiry is recorded, once, before it is returned. */
    public Either<KycFailure, RecordedConsent> load(ConsentId id) {
        return RetryOnConflict.retry(() -> readEvents(id).flatMap(this::recordExpiry));
    }

    /** Appends an event. Left {@code session.busy} if another event took the position. */
    public Either<KycFailure, ConsentEvent> append(ConsentEvent event, int position) {
        return ledger.append(event, position);
    }

    /** Whether the consent would cover that call of the session, without using it. */
    public Either<KycFailure, Consent.Given> covers(KycSession session, ProviderCall call) {
        return find(session.header().consent())
                .flatMap(consent -> consent.allows(use(session, call), environment.now()));
    }

    /** The proof for a call, stored with its intent. An expired or withdrawn consent ends the session. */
    public Either<KycFailure, ConsentProof> proveAndStore(ProviderCallIntent call) {
        KycSession.Live session = call.before();
        return sessions.saveIntent(call, use(session, call.kind()))
                .peekLeft(rejection -> endSession(session, rejection));
    }

    private Either<KycFailure, RecordedConsent> readEvents(ConsentId id) {
        List<ConsentEvent> events = ledger.events(id);
        return events.isEmpty()
                ? Either.left(new ConsentRejection.Missing())
                : Either.right(new RecordedConsent(ConsentHistory.replay(events), events.size()));
    }

    private Either<KycFailure, RecordedConsent> recordExpiry(RecordedConsent recorded) {
        return recorded.consent() instanceof Consent.Given given && given.isOver(environment.now())
                ? append(new ConsentEvent.HasExpired(given.id(), given.validUntil()), recorded.position())
                        .map(event -> new RecordedConsent(given.expire(), recorded.position() + 1))
                : Either.right(recorded);
    }

    private static ConsentUse use(KycSession session, ProviderCall call) {
        SessionHeader header = session.header();
        return new ConsentUse(header.id(), header.subject(), header.purpose(), header.provider(), call);
    }

    // If another step is stored first, the next call is rejected by the same consent.
    private void endSession(KycSession.Live session, KycFailure rejection) {
        if (rejection instanceof ConsentRejection.Expired) {
            Either<KycFailure, RecordedConsent> unusedConsent =
                    load(session.header().consent());
            end(session, EndReason.EXPIRED);
        } else if (rejection instanceof ConsentRejection.Withdrawn) {
            end(session, EndReason.CONSENT_WITHDRAWN);
        }
    }

    private void end(KycSession.Live session, EndReason reason) {
        Either<KycFailure, StepResult> unusedResult = sessions.saveStep(session, session.end(reason));
    }

    /**
     * A consent as recorded in the ledger.
     *
     * @param position of the next event
     */
    public record RecordedConsent(Consent consent, int position) {}
}
