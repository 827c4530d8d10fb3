package dev.kycport.domain.session;

import dev.kycport.domain.digilocker.AuthorizationChallenge;
import dev.kycport.domain.failure.Rejection;
import dev.kycport.domain.failure.SessionRejection;
import io.vavr.control.Either;
import java.time.Instant;

/** Whether documents can be fetched now. */
record Collection(KycSession session, Instant now)
        implements AuthorizationChallenge.OpenCases<Either<Rejection, AuthorizationChallenge.Collecting>> {

    @Override
    public Either<Rejection, AuthorizationChallenge.Collecting> requested(AuthorizationChallenge.Requested challenge) {
        return Either.left(new SessionRejection.Busy());
    }

    @Override
    public Either<Rejection, AuthorizationChallenge.Collecting> offered(AuthorizationChallenge.Offered challenge) {
        return Either.left(session.refusal());
    }

    @Override
    public Either<Rejection, AuthorizationChallenge.Collecting> returned(AuthorizationChallenge.Returned challenge) {
        return Either.left(new SessionRejection.Busy());
    }

    @Override
    public Either<Rejection, AuthorizationChallenge.Collecting> connected(AuthorizationChallenge.Connected challenge) {
        return Either.right(challenge.collect(now));
    }

    @Override
    public Either<Rejection, AuthorizationChallenge.Collecting> collecting(
            AuthorizationChallenge.Collecting challenge) {
        return Either.left(new SessionRejection.Busy());
    }
}
