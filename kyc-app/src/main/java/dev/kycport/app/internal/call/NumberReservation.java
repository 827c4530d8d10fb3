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

/** A session's right to have a code sent to a number. It is given back where nothing was sent, and lapses by itself. */
public record NumberReservation(PendingCodeStore pending, IdentityNumber number, SessionId session) {

    private static final Logger LOG = LoggerFactory.getLogger(NumberReservation.class);

    /** The answer, after the claim is given back if it proves that nothing was sent. */
    public <V extends CaptchaSendVerdict> Either<ProviderFailure, V> releaseUnlessPending(
            Either<ProviderFailure, V> answer) {
        boolean kept =
                answer.fold(ProviderFailure::mayHaveBeenDelivered, verdict -> verdict.match(CodeMayBePending.VERDICT));
        if (!kept) {
            release();
        }
        return answer;
    }

    /** The step is over: the number stays this session's for as long as the session itself waits for another code. */
    public void extendAfterSend(KycSession session, Instant now) {
        if (session instanceof KycSession.AwaitingOtp<?> waiting
                && waiting.otp() instanceof OtpChallenge.Resendable code
                && code.resendNotBefore().isAfter(now)) {
            extend(now, code.resendNotBefore());
        }
    }

    /** The refusal of the step, after the claim is given back if it came before the call. */
    public void releaseIfRejected(KycFailure failure) {
        if (failure instanceof ConsentRejection) {
            release();
        }
    }

    // The code is on its way and on record by now; the claim from before the call stands in any case.
    private void extend(Instant now, Instant until) {
        try {
            pending.reserve(number, session, now, until);
        } catch (StoreUnavailableException broken) {
            LOG.warn("session {} could not keep a number for longer: {}", session, broken.getMessage());
        }
    }

    // The outcome of the call must be stored whatever becomes of the claim.
    private void release() {
        try {
            pending.release(number, session);
        } catch (StoreUnavailableException broken) {
            LOG.warn("session {} could not give a number back; it lapses by itself: {}", session, broken.getMessage());
        }
    }

    /** Whether a code is on its way after such a verdict. */
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

        // Whoever asks next would pay for the same answer.
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
