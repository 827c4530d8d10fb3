package dev.kycport.ports.gateway;

import dev.kycport.domain.ProviderReference;
import dev.kycport.domain.otp.NotSentReason;
import java.time.Duration;
import java.util.Optional;

/** What a provider concludes when a number is to lead to a code. */
public sealed interface SendVerdict extends CaptchaSendVerdict {

    /** The answer that fits the verdict. */
    <R> R match(Cases<R> cases);

    @Override
    default <R> R match(CaptchaSendVerdict.Cases<R> cases) {
        return match((Cases<R>) cases);
    }

    /**
     * A code is on its way; it voids every earlier one.
     *
     * @param reference needed to verify it
     */
    record CodeSent(ProviderReference reference) implements SendVerdict {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.sent(this);
        }
    }

    /** No code will ever be sent for this number. */
    record CodeNotSent(NotSentReason reason) implements SendVerdict {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.notSent(this);
        }
    }

    /**
     * No code was sent, because an earlier one is still pending.
     *
     * @param reference of the earlier code, if the provider told it
     * @param retryAfter how long to wait, if the provider told it
     */
    record CodePending(Optional<ProviderReference> reference, Optional<Duration> retryAfter) implements SendVerdict {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.pending(this);
        }
    }

    /** One answer a verdict. */
    interface Cases<R> {
        R sent(CodeSent verdict);

        R notSent(CodeNotSent verdict);

        R pending(CodePending verdict);
    }
}
