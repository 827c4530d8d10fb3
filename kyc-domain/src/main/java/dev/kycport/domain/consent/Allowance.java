package dev.kycport.domain.consent;

import dev.kycport.domain.failure.ConsentRejection;
import dev.kycport.domain.failure.KycFailure;
import io.vavr.control.Either;
import java.time.Instant;

/** Whether a consent allows a call: only a given one can, and the others say what is in the way. */
record Allowance(ConsentUse use, Instant now) implements Consent.Cases<Either<KycFailure, Consent.Given>> {

    @Override
    public Either<KycFailure, Consent.Given> asked(Consent.Asked consent) {
        return Either.left(new ConsentRejection.Missing());
    }

    @Override
    public Either<KycFailure, Consent.Given> given(Consent.Given consent) {
        return consent.covers(use, now);
    }

    @Override
    public Either<KycFailure, Consent.Given> declined(Consent.Declined consent) {
        return Either.left(new ConsentRejection.Missing());
    }

    @Override
    public Either<KycFailure, Consent.Given> withdrawn(Consent.Withdrawn consent) {
        return Either.left(new ConsentRejection.Withdrawn(consent.withdrawnAt()));
    }

    @Override
    public Either<KycFailure, Consent.Given> expired(Consent.Expired consent) {
        return Either.left(new ConsentRejection.Expired(consent.given().validUntil()));
    }
}
