package dev.kycport.app.internal.usecase;

import dev.kycport.app.internal.consent.ConsentService;
import dev.kycport.app.internal.session.RequireState;
import dev.kycport.app.internal.session.SessionRepository;
import dev.kycport.app.step.KycEnvironment;
import dev.kycport.app.step.StepResult;
import dev.kycport.domain.SessionId;
import dev.kycport.domain.consent.Consent;
import dev.kycport.domain.consent.ConsentEvent;
import dev.kycport.domain.consent.ConsentMethod;
import dev.kycport.domain.failure.InputField;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.session.EndReason;
import dev.kycport.domain.session.KycSession;
import io.vavr.control.Either;
import java.time.Duration;

/**
 * Records the person's answer to the request for consent, with the session that follows from it. Where the ledger is a store of
 * its own, it is written first: if the process dies before the session is saved, the next answer finds the first one in the
 * ledger and the session follows that one.
 */
public final class AnswerConsent {

    private static final Duration MAX_VALIDITY = Duration.ofDays(365);

    private final SessionRepository sessions;
    private final ConsentService consents;
    private final KycEnvironment environment;

    public AnswerConsent(SessionRepository sessions, ConsentService consents, KycEnvironment environment) {
        this.sessions = sessions;
        this.consents = consents;
        this.environment = environment;
    }

    public Either<KycFailure, StepResult> give(SessionId id, ConsentMethod method, Duration validFor) {
        return validFor.isNegative() || validFor.isZero() || validFor.compareTo(MAX_VALIDITY) > 0
                ? Either.left(InputField.VALIDITY.reject("must be more than nothing and at most 365 days"))
                : findRequest(id).flatMap(request -> give(request, method, validFor));
    }

    public Either<KycFailure, StepResult> decline(SessionId id) {
        return findRequest(id).flatMap(this::decline);
    }

    private Either<KycFailure, ConsentRequest> findRequest(SessionId id) {
        return sessions.find(id)
                .flatMap(RequireState::opened)
                .flatMap(session -> consents.load(session.header().consent())
                        .map(recorded -> new ConsentRequest(session, recorded)));
    }

    private Either<KycFailure, StepResult> give(ConsentRequest request, ConsentMethod method, Duration validFor) {
        KycSession.Opened session = request.session();
        if (request.consent() instanceof Consent.Asked asked) {
            ConsentEvent event = new ConsentEvent.WasGiven(asked.id(), environment.now(), method, validFor);
            return save(request, session.giveConsent(asked.give(method, validFor, event.at())), event);
        }
        return request.consent() instanceof Consent.Given already
                ? sessions.saveStep(session, session.giveConsent(already))
                : end(request, endReason(request.consent()));
    }

    // A person who declines withdraws a consent that is already recorded.
    private Either<KycFailure, StepResult> decline(ConsentRequest request) {
        if (request.consent() instanceof Consent.Asked asked) {
            return save(
                    request,
                    request.session().end(EndReason.DECLINED),
                    new ConsentEvent.WasDeclined(asked.id(), environment.now()));
        }
        return request.consent() instanceof Consent.Given given
                ? save(
                        request,
                        request.session().end(EndReason.CONSENT_WITHDRAWN),
                        new ConsentEvent.WasWithdrawn(given.id(), environment.now()))
                : end(request, endReason(request.consent()));
    }

    private Either<KycFailure, StepResult> save(ConsentRequest request, KycSession next, ConsentEvent event) {
        return sessions.saveStep(
                request.session(), next, event, request.recorded().position());
    }

    private Either<KycFailure, StepResult> end(ConsentRequest request, EndReason reason) {
        return sessions.saveStep(request.session(), request.session().end(reason));
    }

    private static EndReason endReason(Consent over) {
        if (over instanceof Consent.Declined) {
            return EndReason.DECLINED;
        }
        return over instanceof Consent.Expired ? EndReason.EXPIRED : EndReason.CONSENT_WITHDRAWN;
    }

    /** A session that waits for the answer, and its consent as recorded. */
    private record ConsentRequest(KycSession.Opened session, ConsentService.RecordedConsent recorded) {

        Consent consent() {
            return recorded.consent();
        }
    }
}
