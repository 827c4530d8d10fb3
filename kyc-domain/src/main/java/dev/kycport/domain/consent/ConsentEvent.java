package dev.kycport.domain.consent;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;

/** One event of a consent, which the ledger stores in order and never changes. */
public sealed interface ConsentEvent {

    /** The consent's id. */
    ConsentId consent();

    /** When it happened. */
    Instant at();

    /** The stable name, such as {@code given}. */
    String code();

    /** Calls the case of this event. */
    <R> R match(Cases<R> cases);

    /** The notice was shown. Always the first event. */
    record WasAsked(ConsentId consent, Instant at, ConsentTerms terms) implements ConsentEvent {

        public WasAsked {
            requireNonNull(terms, "terms");
        }

        @Override
        public String code() {
            return "asked";
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.asked(this);
        }
    }

    /**
     * The person agreed.
     *
     * @param validFor how long the consent is valid
     */
    record WasGiven(ConsentId consent, Instant at, ConsentMethod method, Duration validFor) implements ConsentEvent {

        public WasGiven {
            requireNonNull(method, "method");
            requireNonNull(validFor, "validFor");
        }

        @Override
        public String code() {
            return "given";
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.given(this);
        }
    }

    /** The person did not agree. */
    record WasDeclined(ConsentId consent, Instant at) implements ConsentEvent {
        @Override
        public String code() {
            return "declined";
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.declined(this);
        }
    }

    /** A provider is about to be called under this consent. */
    record WasUsed(ConsentId consent, Instant at, ConsentUse use) implements ConsentEvent {
        @Override
        public String code() {
            return "used";
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.used(this);
        }
    }

    /** The person withdrew it. */
    record WasWithdrawn(ConsentId consent, Instant at) implements ConsentEvent {
        @Override
        public String code() {
            return "withdrawn";
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.withdrawn(this);
        }
    }

    /** Its validity ended. */
    record HasExpired(ConsentId consent, Instant at) implements ConsentEvent {
        @Override
        public String code() {
            return "expired";
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.expired(this);
        }
    }

    /** One method for each event. */
    interface Cases<R> {
        R asked(WasAsked event);

        R given(WasGiven event);

        R declined(WasDeclined event);

        R used(WasUsed event);

        R withdrawn(WasWithdrawn event);

        R expired(HasExpired event);
    }
}
