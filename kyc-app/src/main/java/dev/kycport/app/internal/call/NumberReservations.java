package dev.kycport.app.internal.call;

import dev.kycport.app.internal.provider.ProviderDirectory;
import dev.kycport.app.step.KycEnvironment;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.failure.OtpRejection;
import dev.kycport.domain.identity.IdentityNumber;
import dev.kycport.domain.session.KycSession;
import dev.kycport.ports.store.PendingCodeStore;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;

/**
 * Makes sure that of all sessions with the same number, on all nodes, one at a time has a code sent. The others are rejected
 * before a provider is asked, which costs neither money nor an attempt.
 */
public final class NumberReservations {

    private final PendingCodeStore store;
    private final ProviderDirectory providers;
    private final KycEnvironment environment;

    public NumberReservations(PendingCodeStore store, ProviderDirectory providers, KycEnvironment environment) {
        this.store = store;
        this.providers = providers;
        this.environment = environment;
    }

    /** Reserves the number. Left {@code otp.resend-too-soon} if another session holds it. */
    public Either<KycFailure, NumberReservation> reserve(KycSession session, IdentityNumber number) {
        Instant now = environment.now();
        return store.reserve(number, session.id(), now, now.plus(reservationTime(session)))
                .<Either<KycFailure, NumberReservation>>map(availableAt -> Either.left(tooSoon(availableAt, now)))
                .orElseGet(() -> Either.right(new NumberReservation(store, number, session.id())));
    }

    // As long as the session itself would wait, and at least while the call can be in flight.
    private Duration reservationTime(KycSession session) {
        Duration gap = providers.policies(session).otp().resendGap();
        Duration callTimeout = providers.callTimeout(session.header().provider());
        return gap.compareTo(callTimeout) > 0 ? gap : callTimeout;
    }

    private static OtpRejection tooSoon(Instant availableAt, Instant now) {
        return new OtpRejection.ResendTooSoon(availableAt, Duration.between(now, availableAt));
    }
}
