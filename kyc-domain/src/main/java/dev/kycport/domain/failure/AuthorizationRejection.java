package dev.kycport.domain.failure;

import java.time.Instant;

/** A return from DigiLocker that cannot be taken up. */
public sealed interface AuthorizationRejection extends Rejection {

    @Override
    default RetryAdvice retryAdvice() {
        return RetryAdvice.RESTART;
    }

    /** The return carries the state of another session: it may be forged, and is refused and audited. */
    record Foreign() implements AuthorizationRejection {
        @Override
        public String code() {
            return "authorization.foreign";
        }

        @Override
        public ResponsibleParty responsibleParty() {
            return ResponsibleParty.HOST;
        }

        @Override
        public RetryAdvice retryAdvice() {
            return RetryAdvice.NEVER;
        }

        @Override
        public String summary() {
            return "the return belongs to another session";
        }
    }

    /**
     * The offer to authorise has run out.
     *
     * @param expiredAt the end of its life
     */
    record Expired(Instant expiredAt) implements AuthorizationRejection {
        @Override
        public String code() {
            return "authorization.expired";
        }

        @Override
        public ResponsibleParty responsibleParty() {
            return ResponsibleParty.USER;
        }

        @Override
        public String summary() {
            return "the offer to authorise expired at " + expiredAt;
        }
    }
}
