package dev.kycport.host.cli.consent;

import dev.kycport.domain.consent.Consent;
import java.time.Instant;
import java.time.format.DateTimeFormatter;

/**
 * The status of a consent at a time. The ledger records an expiry later than it happens.
 *
 * @param text what the consent allows, for its person
 */
record ConsentStatus(Code code, String text) {

    /** The states of ISO/IEC TS 27560. */
    enum Code {
        REQUESTED("requested"),
        REFUSED("refused"),
        GIVEN("given"),
        WITHDRAWN("withdrawn"),
        EXPIRED("expired");

        private final String code;

        Code(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }
    }

    static ConsentStatus of(Consent consent, Instant now, DateTimeFormatter format) {
        return consent.match(new Cases(now, format));
    }

    private record Cases(Instant now, DateTimeFormatter format) implements Consent.Cases<ConsentStatus> {

        @Override
        public ConsentStatus asked(Consent.Asked consent) {
            return new ConsentStatus(Code.REQUESTED, "requested and not answered; it allows nothing");
        }

        @Override
        public ConsentStatus given(Consent.Given consent) {
            return now.isBefore(consent.validUntil())
                    ? new ConsentStatus(
                            Code.GIVEN, "given; it allows the above until " + format.format(consent.validUntil()))
                    : expired(consent);
        }

        @Override
        public ConsentStatus declined(Consent.Declined consent) {
            return new ConsentStatus(Code.REFUSED, "declined; it allows nothing");
        }

        @Override
        public ConsentStatus withdrawn(Consent.Withdrawn consent) {
            return new ConsentStatus(Code.WITHDRAWN, "withdrawn; it allows nothing any more");
        }

        @Override
        public ConsentStatus expired(Consent.Expired consent) {
            return expired(consent.given());
        }

        private ConsentStatus expired(Consent.Given consent) {
            return new ConsentStatus(
                    Code.EXPIRED, "expired on " + format.format(consent.validUntil()) + "; it allows nothing any more");
        }
    }
}
