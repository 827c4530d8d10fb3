package dev.kycport.ports.gateway;

import dev.kycport.domain.ProviderReference;
import dev.kycport.domain.otp.NotSentReason;
import java.time.Duration;
import java.util.Optional;

/** The provider's verdict on a number that requests a code. */
public sealed interface SendVerdict extends CaptchaSendVerdict {

    /** Calls the case of this verdict. */
    <R> R match(Cases<R> cases);

    @Override
    default <R> R match(CaptchaSendVerdict.Cases<R> cases) {
        return match((Cases<R>) cases);
    }

    /**
     * A code was sent. It voids all earlier codes.
     *
     * @param reference needed to verify the code
     */
    record CodeSent(ProviderReference reference) implements SendVerdict {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.sent(this);
        }
    }

    /** The provider will never send a code for this number. */
    record CodeNotSent(NotSentReason reason) implements SendVerdict {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.notSent(this);
        }
    }

    /**
     * No code was sent, because an earlier one is still pending.
     *
     * @param reference of the earlier code, if the provider returned it
     * @param retryAfter how long to wait, if the provider said so
     */
    record CodePending(Optional<ProviderReference> reference, Optional<Duration> retryAfter) implements SendVerdict {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.pending(this);
        }
    }

    /** One method for each verdict. */
    interface Cases<R> {
        R sent(CodeSent verdict);

        R notSent(CodeNotSent verdict);

        R pending(CodePending verdict);
    }
}
