package dev.kycport.app.internal.call;

import dev.kycport.domain.SessionId;
import dev.kycport.domain.failure.ConsentRejection;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.identity.IdentityNumber;
import dev.kycport.domain.otp.OtpChallenge;
import dev.kycport.domain.session.KycSession;
import dev.kycport.ports.gateway.CaptchaSendVerdict;
import dev.kycport.ports.gateway.SendVerdict;
import dev.kycport.ports.store.PendingCodeStore;
import dev.kycport.ports.store.StoreUnavailableException;
import io.vavr.control.Either;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The right of a session to have a code sent to a number. It is released if nothing was sent, and expires by itself.
 *
 * @param session the session that holds it
 */
public record NumberReservation(PendingCodeStore store, IdentityNumber number, SessionId session) {

    private static final Logger LOG = LoggerFactory.getLogger(NumberReservation.class);

    /** Releases the number if the answer proves that nothing was sent. */
    public <V extends CaptchaSendVerdict> Either<ProviderFailure, V> releaseUnlessPending(
            Either<ProviderFailure, V> answer) {
        boolean keep =
                answer.fold(ProviderFailure::mayHaveBeenDelivered, verdict -> verdict.match(CodeMayBePending.VERDICT));
        if (!keep) {
            release();
        }
        return answer;
    }

    /** Keeps the number reserved for as long as the session itself waits before another code. */
    public void extendAfterSend(KycSession session, Instant now) {
        if (session instanceof KycSession.AwaitingOtp<?> waiting
                && waiting.otp() instanceof OtpChallenge.Resendable code
                && code.resendNotBefore().isAfter(now)) {
            extend(now, code.resendNotBefore());
        }
    }

    /** Releases the number if the step was rejected before the call. */
    public void releaseIfRejected(KycFailure failure) {
        if (failure instanceof ConsentRejection) {
            release();
        }
    }

    // The code is sent and stored by now; if this fails, the reservation from before the call is still valid.
    private void extend(Instant now, Instant until) {
        try {
            store.reserve(number, session, now, until);
        } catch (StoreUnavailableException unavailable) {
            LOG.warn("session {}: could not extend the OTP reservation: {}", session, unavailable.getMessage());
        }
    }

    // The outcome of the call must be stored even if this fails.
    private void release() {
        try {
            store.release(number, session);
        } catch (StoreUnavailableException unavailable) {
            LOG.warn(
                    "session {}: could not release the OTP reservation; it will expire: {}",
                    session,
                    unavailable.getMessage());
        }
    }

    /** Whether a code may be on its way after such a verdict. */
    private enum CodeMayBePending implements CaptchaSendVerdict.Cases<Boolean> {
        VERDICT;

        @Override
        public Boolean sent(SendVerdict.CodeSent verdict) {
            return true;
        }

        @Override
        public Boolean notSent(SendVerdict.CodeNotSent verdict) {
            return false;
        }

        // Another session would pay for the same answer.
        @Override
        public Boolean pending(SendVerdict.CodePending verdict) {
            return true;
        }

        @Override
        public Boolean wrongCaptcha() {
            return false;
        }

        @Override
        public Boolean sessionLost() {
            return false;
        }
    }
}
