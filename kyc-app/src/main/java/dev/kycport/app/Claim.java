package dev.kycport.app;

import dev.kycport.domain.SessionId;
import dev.kycport.domain.failure.ConsentRejection;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.identity.IdentityNumber;
import dev.kycport.ports.CaptchaSendVerdict;
import dev.kycport.ports.PendingCodeStore;
import dev.kycport.ports.SendVerdict;
import dev.kycport.ports.StoreUnavailableException;
import io.vavr.control.Either;
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

    /** The refusal of the step, after the claim is given back if it came before the call. */
    void refused(KycFailure failure) {
        if (failure instanceof ConsentRejection) {
            giveBack();
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
