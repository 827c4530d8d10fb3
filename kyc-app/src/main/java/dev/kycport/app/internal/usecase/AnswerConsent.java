package dev.kycport.app.internal.usecase;

import dev.kycport.app.internal.consent.ConsentService;
import dev.kycport.app.internal.session.AuditEntries;
import dev.kycport.app.internal.session.RequireState;
import dev.kycport.app.internal.session.SessionRepository;
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
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Records the person's answer to the question for consent. The ledger comes first: if the process dies before the session
 * follows, the next answer finds the first on record and lets the session follow that one.
 */
public final class AnswerConsent {

    private static final Duration MAX_VALIDITY = Duration.ofDays(365);

    private final SessionRepository sessionRepository;
    private final ConsentService consents;

    public AnswerConsent(SessionRepository sessionRepository, ConsentService consents) {
        this.sessionRepository = sessionRepository;
        this.consents = consents;
    }

    public Either<KycFailure, StepResult> give(SessionId id, ConsentMethod method, Duration validFor) {
        return validFor.isNegative() || validFor.isZero() || validFor.compareTo(MAX_VALIDITY) > 0
                ? Either.left(InputField.VALIDITY.reject("must be more than nothing and at most 365 days"))
                : answer(id, (session, recorded) -> recordGiven(session, recorded, method, validFor));
    }

    public Either<KycFailure, StepResult> decline(SessionId id) {
        return answer(id, this::recordDeclined);
    }

    private Either<KycFailure, StepResult> answer(
            SessionId id,
            BiFunction<KycSession.Opened, ConsentService.RecordedConsent, Either<KycFailure, KycSession>> answer) {
        return sessionRepository
                .find(id)
                .flatMap(RequireState::opened)
                .flatMap(session -> consents.load(session.header().consent())
                        .flatMap(recorded -> answer.apply(session, recorded))
                        .flatMap(next -> save(session, next)));
    }

    private Either<KycFailure, KycSession> recordGiven(
            KycSession.Opened session,
            ConsentService.RecordedConsent recorded,
            ConsentMethod method,
            Duration validFor) {
        if (recorded.consent() instanceof Consent.Asked asked) {
            return consents.append(
                            new ConsentEvent.WasGiven(asked.id(), sessionRepository.now(), method, validFor),
                            recorded.position())
                    .map(event -> session.giveConsent(asked.give(method, validFor, event.at())));
        }
        return Either.right(
                recorded.consent() instanceof Consent.Given already
                        ? session.giveConsent(already)
                        : session.end(reason(recorded.consent())));
    }

    // A person who says no takes back the yes that is on record for them.
    private Either<KycFailure, KycSession> recordDeclined(
            KycSession.Opened session, ConsentService.RecordedConsent recorded) {
        if (recorded.consent() instanceof Consent.Asked asked) {
            return consents.append(
                            new ConsentEvent.WasDeclined(asked.id(), sessionRepository.now()), recorded.position())
                    .map(event -> session.end(EndReason.DECLINED));
        }
        return recorded.consent() instanceof Consent.Given given
                ? consents.append(
                                new ConsentEvent.WasWithdrawn(given.id(), sessionRepository.now()), recorded.position())
                        .map(event -> session.end(EndReason.CONSENT_WITHDRAWN))
                : Either.right(session.end(reason(recorded.consent())));
    }

    private static EndReason reason(Consent over) {
        if (over instanceof Consent.Declined) {
            return EndReason.DECLINED;
        }
        return over instanceof Consent.Expired ? EndReason.EXPIRED : EndReason.CONSENT_WITHDRAWN;
    }

    private Either<KycFailure, StepResult> save(KycSession session, KycSession next) {
        return sessionRepository
                .save(session, next, AuditEntries.step(session, next, sessionRepository.now()))
                .map(stored -> new StepResult(stored, Optional.empty()));
    }
}
