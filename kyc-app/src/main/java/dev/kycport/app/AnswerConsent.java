package dev.kycport.app;

import dev.kycport.domain.SessionId;
import dev.kycport.domain.consent.Consent;
import dev.kycport.domain.consent.ConsentEvent;
import dev.kycport.domain.consent.ConsentMethod;
import dev.kycport.domain.failure.Field;
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
final class AnswerConsent {

    private static final Duration LONGEST = Duration.ofDays(365);

    private final Desk desk;
    private final ConsentDesk consents;

    AnswerConsent(Desk desk, ConsentDesk consents) {
        this.desk = desk;
        this.consents = consents;
    }

    Either<KycFailure, Progress> give(SessionId id, ConsentMethod method, Duration validFor) {
        return validFor.isNegative() || validFor.isZero() || validFor.compareTo(LONGEST) > 0
                ? Either.left(Field.VALIDITY.because("must be more than nothing and at most 365 days"))
                : answer(id, (session, found) -> given(session, found, method, validFor));
    }

    Either<KycFailure, Progress> decline(SessionId id) {
        return answer(id, this::declined);
    }

    private Either<KycFailure, Progress> answer(
            SessionId id, BiFunction<KycSession.Opened, ConsentDesk.OnRecord, Either<KycFailure, KycSession>> answer) {
        return desk.find(id)
                .flatMap(Expect::opened)
                .flatMap(session -> consents.read(session.dossier().consent())
                        .flatMap(found -> answer.apply(session, found))
                        .flatMap(next -> moved(session, next)));
    }

    private Either<KycFailure, KycSession> given(
            KycSession.Opened session, ConsentDesk.OnRecord found, ConsentMethod method, Duration validFor) {
        if (found.consent() instanceof Consent.Asked asked) {
            return consents.append(
                            new ConsentEvent.WasGiven(asked.id(), desk.now(), method, validFor), found.position())
                    .map(event -> session.consent(asked.give(method, validFor, event.at())));
        }
        return Either.right(
                found.consent() instanceof Consent.Given already
                        ? session.consent(already)
                        : session.end(reason(found.consent())));
    }

    // A person who says no takes back the yes that is on record for them.
    private Either<KycFailure, KycSession> declined(KycSession.Opened session, ConsentDesk.OnRecord found) {
        if (found.consent() instanceof Consent.Asked asked) {
            return consents.append(new ConsentEvent.WasDeclined(asked.id(), desk.now()), found.position())
                    .map(event -> session.end(EndReason.DECLINED));
        }
        return found.consent() instanceof Consent.Given given
                ? consents.append(new ConsentEvent.WasWithdrawn(given.id(), desk.now()), found.position())
                        .map(event -> session.end(EndReason.CONSENT_WITHDRAWN))
                : Either.right(session.end(reason(found.consent())));
    }

    private static EndReason reason(Consent over) {
        if (over instanceof Consent.Declined) {
            return EndReason.DECLINED;
        }
        return over instanceof Consent.Expired ? EndReason.EXPIRED : EndReason.CONSENT_WITHDRAWN;
    }

    private Either<KycFailure, Progress> moved(KycSession session, KycSession next) {
        return desk.save(session, next, Entries.step(session, next, desk.now()))
                .map(stored -> new Progress(stored, Optional.empty()));
    }
}
