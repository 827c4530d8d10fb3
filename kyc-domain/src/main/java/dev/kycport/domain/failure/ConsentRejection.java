package dev.kycport.domain.failure;

import static dev.kycport.domain.failure.ResponsibleParty.HOST;
import static dev.kycport.domain.failure.ResponsibleParty.USER;

import java.time.Instant;

/** No provider may be called, because no recorded consent allows it. */
public sealed interface ConsentRejection extends Rejection {

    /** The ledger has no consent that was given. */
    record Missing() implements ConsentRejection {
        @Override
        public RejectionDetails details() {
            return new RejectionDetails("consent.missing", USER, RetryAdvice.RESTART, "no consent has been given");
        }
    }

    /** The validity of the consent has ended. */
    record Expired(Instant expiredAt) implements ConsentRejection {
        @Override
        public RejectionDetails details() {
            return new RejectionDetails(
                    "consent.expired", USER, RetryAdvice.RESTART, "the consent expired at " + expiredAt);
        }
    }

    /** The person withdrew the consent. */
    record Withdrawn(Instant withdrawnAt) implements ConsentRejection {
        @Override
        public RejectionDetails details() {
            return new RejectionDetails(
                    "consent.withdrawn", USER, RetryAdvice.RESTART, "the consent was withdrawn at " + withdrawnAt);
        }
    }

    /**
     * The consent was given for something else.
     *
     * @param gap what it does not cover
     */
    record NotCovering(Gap gap) implements ConsentRejection {

        @Override
        public RejectionDetails details() {
            return new RejectionDetails(
                    "consent.not-covering", HOST, RetryAdvice.RESTART, "the consent does not cover this " + gap.code());
        }

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
    }
}
