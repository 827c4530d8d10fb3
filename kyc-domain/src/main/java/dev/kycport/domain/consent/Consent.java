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
 * A person's consent. {@code Asked} → {@code OptionalText} → {@code Withdrawn} or {@code Expired}, which can be {@code Withdrawn}
 * still; {@code Asked} → {@code Declined}. Only {@link Given} can allow a call.
 */
public sealed interface Consent {

    /** The consent's id. */
    ConsentId id();

    /** What the person was asked to agree to. */
    ConsentTerms terms();

    /** Calls the case of this state. */
    <R> R match(Cases<R> cases);

    /**
     * Whether this consent covers a call now.
     *
     * @return the consent; or Left {@code consent.missing} if it is not answered or declined, {@code consent.expired},
     *     {@code consent.withdrawn}, or {@code consent.not-covering} if the call has another purpose, subject or recipient
     */
    Either<KycFailure, Given> allows(ConsentUse use, Instant now);

    /** The first state: the person is asked. */
    static Asked ask(ConsentId id, ConsentTerms terms, Instant now) {
        return new Asked(id, terms, now);
    }

    /** The person sees the notice. */
    record Asked(ConsentId id, ConsentTerms terms, Instant askedAt) implements Consent {

        /** The person agrees, for the duration {@code validFor}. */
        public Given give(ConsentMethod method, Duration validFor, Instant now) {
            return new Given(this, method, now, now.plus(validFor));
        }

        /** The person does not agree. */
        public Declined decline(Instant now) {
            return new Declined(this, now);
        }

        @Override
        public Either<KycFailure, Given> allows(ConsentUse use, Instant now) {
            return Either.left(new ConsentRejection.Missing());
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.asked(this);
        }
    }

    /** The person agreed. Calls may be made until {@code validUntil}, exclusive. */
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

        @Override
        public Either<KycFailure, Given> allows(ConsentUse use, Instant now) {
            if (isOver(now)) {
                return Either.left(new ConsentRejection.Expired(validUntil));
            }
            return gap(use).<Either<KycFailure, Given>>map(gap -> Either.left(new NotCovering(gap)))
                    .orElseGet(() -> Either.right(this));
        }

        /** The person withdraws it, which is always possible. */
        public Withdrawn withdraw(Instant now) {
            return new Withdrawn(this, now);
        }

        /** Whether its validity has ended by then. */
        public boolean isOver(Instant now) {
            return !now.isBefore(validUntil);
        }

        /** Its validity has ended. */
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
        public Either<KycFailure, Given> allows(ConsentUse use, Instant now) {
            return Either.left(new ConsentRejection.Missing());
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.declined(this);
        }
    }

    /** The person agreed, and withdrew the consent. */
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
        public Either<KycFailure, Given> allows(ConsentUse use, Instant now) {
            return Either.left(new ConsentRejection.Withdrawn(withdrawnAt));
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.withdrawn(this);
        }
    }

    /** The person agreed, and the validity has ended. */
    record Expired(Given given) implements Consent {

        /** The person withdraws it after it expired, so that the data collected under it is erased. */
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
        public Either<KycFailure, Given> allows(ConsentUse use, Instant now) {
            return Either.left(new ConsentRejection.Expired(given.validUntil()));
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.expired(this);
        }
    }

    /** One method for each state. */
    interface Cases<R> {
        R asked(Asked consent);

        R given(Given consent);

        R declined(Declined consent);

        R withdrawn(Withdrawn consent);

        R expired(Expired consent);
    }
}
