package dev.kycport.app;

import dev.kycport.domain.SessionId;
import dev.kycport.domain.consent.Consent;
import dev.kycport.domain.consent.ConsentEvent;
import dev.kycport.domain.consent.ConsentMethod;
import dev.kycport.domain.failure.ConsentRejection;
import dev.kycport.domain.failure.Field;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.session.EndReason;
import dev.kycport.domain.session.KycSession;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.Optional;

/**
 * Records the person's answer to the question for consent. The ledger comes first: if the process dies before the session
 * follows, giving the same answer again finds it on record and carries on.
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
                : opened(id)
                        .flatMap(session -> given(session, method, validFor)
                                .flatMap(consent -> moved(session, session.consent(consent))));
    }

    Either<KycFailure, Progress> decline(SessionId id) {
        return opened(id)
                .flatMap(session ->
                        declined(session).flatMap(consent -> moved(session, session.end(EndReason.DECLINED))));
    }

    private Either<KycFailure, KycSession.Opened> opened(SessionId id) {
        return desk.find(id).flatMap(Expect::opened);
    }

    private Either<KycFailure, Consent.Given> given(
            KycSession.Opened session, ConsentMethod method, Duration validFor) {
        return consents.find(session.dossier().consent()).flatMap(consent -> {
            if (consent instanceof Consent.Given already) {
                return Either.right(already);
            }
            return asked(consent)
                    .flatMap(asked -> consents.append(
                                    new ConsentEvent.WasGiven(asked.id(), desk.now(), method, validFor))
                            .map(ConsentEvent::at)
                            .map(at -> asked.give(method, validFor, at)));
        });
    }

    private Either<KycFailure, Consent> declined(KycSession.Opened session) {
        return consents.find(session.dossier().consent()).flatMap(consent -> {
            if (consent instanceof Consent.Declined) {
                return Either.right(consent);
            }
            return asked(consent)
                    .flatMap(asked -> consents.append(new ConsentEvent.WasDeclined(asked.id(), desk.now()))
                            .map(event -> asked.decline(event.at())));
        });
    }

    private static Either<KycFailure, Consent.Asked> asked(Consent consent) {
        return consent instanceof Consent.Asked asked
                ? Either.right(asked)
                : Either.left(new ConsentRejection.Missing());
    }

    private Either<KycFailure, Progress> moved(KycSession session, KycSession next) {
        return desk.save(session, next, Entries.step(session, next, desk.now()))
                .map(stored -> new Progress(stored, Optional.empty()));
    }
}
