package dev.kycport.domain.failure;

import java.time.Instant;

/** A return from DigiLocker that cannot be accepted. */
public sealed interface AuthorizationRejection extends Rejection {

    /** The return has the state of another session: it may be forged, and is refused and audited. */
    record Foreign() implements AuthorizationRejection {
        @Override
        public RejectionDetails details() {
            return new RejectionDetails(
                    "authorization.foreign",
                    ResponsibleParty.HOST,
                    RetryAdvice.NEVER,
                    "the return belongs to another session");
        }
    }

    /** The person came back after the authorization request had expired. */
    record Expired(Instant expiredAt) implements AuthorizationRejection {
        @Override
        public RejectionDetails details() {
            return new RejectionDetails(
                    "authorization.expired",
                    ResponsibleParty.USER,
                    RetryAdvice.RESTART,
                    "the offer to authorise expired at " + expiredAt);
        }
    }
}
