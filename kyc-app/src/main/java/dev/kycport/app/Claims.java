package dev.kycport.app;

import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.failure.OtpRejection;
import dev.kycport.domain.identity.IdentityNumber;
import dev.kycport.domain.session.Dossier;
import dev.kycport.domain.session.KycSession;
import dev.kycport.ports.PendingCodeStore;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;

/**
 * Sees to it that of all sessions of one number, here and on other nodes, one at a time has a code sent. Whoever comes second
 * is told so before anybody is called, so it costs neither money nor an attempt.
 */
final class Claims {

    private final PendingCodeStore pending;
    private final Desk desk;

    Claims(PendingCodeStore pending, Desk desk) {
        this.pending = pending;
        this.desk = desk;
    }

    Either<KycFailure, Claim> claim(KycSession session, IdentityNumber number) {
        Instant now = desk.now();
        return pending.claim(number, session.id(), now, now.plus(window(session)))
                .<Either<KycFailure, Claim>>map(free -> Either.left(tooSoon(free, now)))
                .orElseGet(() -> Either.right(new Claim(pending, number, session.id())));
    }

    // As long as the session itself would wait, and while the call can be under way.
    private Duration window(KycSession session) {
        Dossier dossier = session.dossier();
        Duration gap = desk.policies(session).otp().resendGap();
        Duration patience = desk.directory().patience(dossier.provider());
        return gap.compareTo(patience) > 0 ? gap : patience;
    }

    private static OtpRejection tooSoon(Instant free, Instant now) {
        return new OtpRejection.ResendTooSoon(free, Duration.between(now, free));
    }
}
