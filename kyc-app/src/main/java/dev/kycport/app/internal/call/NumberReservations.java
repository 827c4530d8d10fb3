package dev.kycport.app.internal.call;

import dev.kycport.app.internal.session.SessionRepository;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.failure.OtpRejection;
import dev.kycport.domain.identity.IdentityNumber;
import dev.kycport.domain.session.KycSession;
import dev.kycport.domain.session.SessionHeader;
import dev.kycport.ports.store.PendingCodeStore;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;

/**
 * Sees to it that of all sessions of one number, here and on other nodes, one at a time has a code sent. Whoever comes second
 * is told so before anybody is called, so it costs neither money nor an attempt.
 */
public final class NumberReservations {

    private final PendingCodeStore pending;
    private final SessionRepository sessionRepository;

    public NumberReservations(PendingCodeStore pending, SessionRepository sessionRepository) {
        this.pending = pending;
        this.sessionRepository = sessionRepository;
    }

    public Either<KycFailure, NumberReservation> reserve(KycSession session, IdentityNumber number) {
        Instant now = sessionRepository.now();
        return pending.reserve(number, session.id(), now, now.plus(reservationTime(session)))
                .<Either<KycFailure, NumberReservation>>map(availableAt -> Either.left(tooSoon(availableAt, now)))
                .orElseGet(() -> Either.right(new NumberReservation(pending, number, session.id())));
    }

    // As long as the session itself would wait, and while the call can be under way.
    private Duration reservationTime(KycSession session) {
        SessionHeader sessionHeader = session.header();
        Duration gap = sessionRepository.policies(session).otp().resendGap();
        Duration callTimeout = sessionRepository.directory().callTimeout(sessionHeader.provider());
        return gap.compareTo(callTimeout) > 0 ? gap : callTimeout;
    }

    private static OtpRejection tooSoon(Instant availableAt, Instant now) {
        return new OtpRejection.ResendTooSoon(availableAt, Duration.between(now, availableAt));
    }
}
