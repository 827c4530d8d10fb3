package dev.kycport.app;

import dev.kycport.domain.SessionId;
import dev.kycport.domain.failure.ConsentRejection;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.identity.IdentityNumber;
import dev.kycport.domain.otp.OtpChallenge;
import dev.kycport.domain.session.KycSession;
import dev.kycport.ports.CaptchaSendVerdict;
import dev.kycport.ports.PendingCodeStore;
import dev.kycport.ports.SendVerdict;
import dev.kycport.ports.StoreUnavailableException;
import io.vavr.control.Either;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A session's right to have a code sent to a number. It is given back where nothing was sent, and lapses by itself. */
record Claim(PendingCodeStore pending, IdentityNumber number, SessionId session) {

    private static final Logger LOG = LoggerFactory.getLogger(Claim.class);

    /** The answer, after the claim is given back if it proves that nothing was sent. */
    <V extends CaptchaSendVerdict> Either<ProviderFailure, V> settled(Either<ProviderFailure, V> answer) {
        boolean kept = answer.fold(ProviderFailure::mayHaveBeenDelivered, verdict -> verdict.match(UnderWay.CODE));
        if (!kept) {
            giveBack();
        }
        return answer;
    }

    /** The step is over: the number stays this session's for as long as the session itself waits for another code. */
    void kept(KycSession session, Instant now) {
        if (session instanceof KycSession.AwaitingOtp<?> waiting
                && waiting.otp() instanceof OtpChallenge.Resendable code
                && code.resendNotBefore().isAfter(now)) {
            keep(now, code.resendNotBefore());
        }
    }

    /** The refusal of the step, after the claim is given back if it came before the call. */
    void refused(KycFailure failure) {
        if (failure instanceof ConsentRejection) {
            giveBack();
        }
    }

    // The code is on its way and on record by now; the claim from before the call stands in any case.
    private void keep(Instant now, Instant until) {
        try {
            pending.claim(number, session, now, until);
        } catch (StoreUnavailableException broken) {
            LOG.warn("session {} could not keep a number for longer: {}", session, broken.getMessage());
        }
    }

    // The outcome of the call must be stored whatever becomes of the claim.
    private void giveBack() {
        try {
            pending.release(number, session);
        } catch (StoreUnavailableException broken) {
            LOG.warn("session {} could not give a number back; it lapses by itself: {}", session, broken.getMessage());
        }
    }

    /** Whether a code is on its way after such a verdict. */
    private enum UnderWay implements CaptchaSendVerdict.Cases<Boolean> {
        CODE;

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
