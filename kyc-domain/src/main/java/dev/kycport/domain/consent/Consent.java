package dev.kycport.domain.consent;

import static java.util.Objects.requireNonNull;

import dev.kycport.domain.failure.ConsentRejection;
import dev.kycport.domain.failure.ConsentRejection.NotCovering;
import dev.kycport.domain.failure.ConsentRejection.NotCovering.Gap;
import dev.kycport.domain.failure.KycFailure;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A person's agreement. {@code Asked} → {@code OptionalText} → {@code Withdrawn} or {@code Expired}, which can be {@code Withdrawn}
 * still; {@code Asked} → {@code Declined}. Only {@link Given} can allow a call.
 */
public sealed interface Consent {

    /** Which consent. */
    ConsentId id();

    /** What was, or would be, agreed to. */
    ConsentTerms terms();

    /** The answer that fits the state. */
    <R> R match(Cases<R> cases);

    /** Whether this consent allows that call now; {@link Given#covers} says what is in the way if not. */
    default Either<KycFailure, Given> allows(ConsentUse use, Instant now) {
        return match(new Allowance(use, now));
    }

    /** The first state: the person is being asked. */
    static Asked ask(ConsentId id, ConsentTerms terms, Instant now) {
        return new Asked(id, terms, now);
    }

    /** The notice is before the person's eyes. */
    record Asked(ConsentId id, ConsentTerms terms, Instant askedAt) implements Consent {

        /** The person agrees, for that long. */
        public Given give(ConsentMethod method, Duration validFor, Instant now) {
            return new Given(this, method, now, now.plus(validFor));
        }

        /** The person does not agree. */
        public Declined decline(Instant now) {
            return new Declined(this, now);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.asked(this);
        }
    }

    /** The person agreed; until {@code validUntil} calls may be made. */
    record Given(Asked asked, ConsentMethod method, Instant givenAt, Instant validUntil) implements Consent {

        public Given {
            requireNonNull(method, "method");
        }

        @Override
        public ConsentId id() {
            return asked.id();
        }

        @Override
        public ConsentTerms terms() {
            return asked.terms();
        }

        /** Itself if it covers that call now. */
        public Either<KycFailure, Given> covers(ConsentUse use, Instant now) {
            if (isOver(now)) {
                return Either.left(new ConsentRejection.Expired(validUntil));
            }
            return gap(use).<Either<KycFailure, Given>>map(gap -> Either.left(new NotCovering(gap)))
                    .orElseGet(() -> Either.right(this));
        }

        /** The person takes it back; always possible. */
        public Withdrawn withdraw(Instant now) {
            return new Withdrawn(this, now);
        }

        /** Whether its time has run out by then. */
        public boolean isOver(Instant now) {
            return !now.isBefore(validUntil);
        }

        /** Its time is over. */
        public Expired expire() {
            return new Expired(this);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.given(this);
        }

        private Optional<Gap> gap(ConsentUse use) {
            if (!terms().purpose().equals(use.purpose())) {
                return Optional.of(Gap.PURPOSE);
            }
            if (!terms().subject().equals(use.subject())) {
                return Optional.of(Gap.SUBJECT);
            }
            return terms().recipients().contains(use.recipient()) ? Optional.empty() : Optional.of(Gap.RECIPIENT);
        }
    }

    /** The person did not agree. */
    record Declined(Asked asked, Instant declinedAt) implements Consent {

        @Override
        public ConsentId id() {
            return asked.id();
        }

        @Override
        public ConsentTerms terms() {
            return asked.terms();
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.declined(this);
        }
    }

    /** The person agreed and took it back. */
    record Withdrawn(Given given, Instant withdrawnAt) implements Consent {

        @Override
        public ConsentId id() {
            return given.id();
        }

        @Override
        public ConsentTerms terms() {
            return given.terms();
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.withdrawn(this);
        }
    }

    /** The person agreed and the time they agreed to is over. */
    record Expired(Given given) implements Consent {

        /** The person takes it back all the same, so that what was collected under it is let go of. */
        public Withdrawn withdraw(Instant now) {
            return new Withdrawn(given, now);
        }

        @Override
        public ConsentId id() {
            return given.id();
        }

        @Override
        public ConsentTerms terms() {
            return given.terms();
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.expired(this);
        }
    }

    /** One answer a state. */
    interface Cases<R> {
        R asked(Asked consent);

        R given(Given consent);

        R declined(Declined consent);

        R withdrawn(Withdrawn consent);

        R expired(Expired consent);
    }
}
