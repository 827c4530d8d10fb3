package dev.kycport.domain.consent;

import dev.kycport.domain.failure.ConsentRejection;
import io.vavr.control.Either;
import java.time.Instant;

/** Whether a consent allows a call: only a given one can, and the others say what is in the way. */
record Allowance(ConsentUse use, Instant now) implements Consent.Cases<Either<ConsentRejection, Consent.Given>> {

    @Override
    public Either<ConsentRejection, Consent.Given> asked(Consent.Asked consent) {
        return Either.left(new ConsentRejection.Missing());
    }

    @Override
    public Either<ConsentRejection, Consent.Given> given(Consent.Given consent) {
        return consent.covers(use, now);
    }

    @Override
    public Either<ConsentRejection, Consent.Given> declined(Consent.Declined consent) {
        return Either.left(new ConsentRejection.Missing());
    }

    @Override
    public Either<ConsentRejection, Consent.Given> withdrawn(Consent.Withdrawn consent) {
        return Either.left(new ConsentRejection.Withdrawn(consent.withdrawnAt()));
    }

    @Override
    public Either<ConsentRejection, Consent.Given> expired(Consent.Expired consent) {
        return Either.left(new ConsentRejection.Expired(consent.given().validUntil()));
    }
}
