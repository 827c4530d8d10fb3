package dev.kycport.domain.failure;

import java.time.Instant;

/** No call may be made, because no consent on record allows it. */
public sealed interface ConsentRejection extends Rejection {

    @Override
    default ResponsibleParty responsibleParty() {
        return ResponsibleParty.USER;
    }

    @Override
    default RetryAdvice retryAdvice() {
        return RetryAdvice.RESTART;
    }

    /** The ledger holds no consent that was given. */
    record Missing() implements ConsentRejection {
        @Override
        public String code() {
            return "consent.missing";
        }

        @Override
        public String summary() {
            return "no consent has been given";
        }
    }

    /**
     * The consent has run out.
     *
     * @param expiredAt the end of its validity
     */
    record Expired(Instant expiredAt) implements ConsentRejection {
        @Override
        public String code() {
            return "consent.expired";
        }

        @Override
        public String summary() {
            return "the consent expired at " + expiredAt;
        }
    }

    /**
     * The person took the consent back.
     *
     * @param withdrawnAt when they did
     */
    record Withdrawn(Instant withdrawnAt) implements ConsentRejection {
        @Override
        public String code() {
            return "consent.withdrawn";
        }

        @Override
        public String summary() {
            return "the consent was withdrawn at " + withdrawnAt;
        }
    }

    /**
     * The consent was given for something else.
     *
     * @param gap what it does not cover
     */
    record NotCovering(Gap gap) implements ConsentRejection {

        /** What a consent can fail to cover. */
        public enum Gap {
            PURPOSE("purpose"),
            RECIPIENT("recipient"),
            SUBJECT("subject");

            private final String code;

            Gap(String code) {
                this.code = code;
            }

            /** The name used in reports. */
            public String code() {
                return code;
            }
        }

        @Override
        public String code() {
            return "consent.not-covering";
        }

        @Override
        public ResponsibleParty responsibleParty() {
            return ResponsibleParty.HOST;
        }

        @Override
        public String summary() {
            return "the consent does not cover this " + gap.code();
        }
    }
}
