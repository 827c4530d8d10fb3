package dev.kycport.domain.session;

import dev.kycport.domain.digilocker.AuthorizationChallenge;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.failure.SessionRejection;
import io.vavr.control.Either;

/** Whether a return can be taken up now. */
record Returning(KycSession session)
        implements AuthorizationChallenge.OpenCases<Either<KycFailure, AuthorizationChallenge.Offered>> {

    @Override
    public Either<KycFailure, AuthorizationChallenge.Offered> requested(AuthorizationChallenge.Requested challenge) {
        return Either.left(new SessionRejection.Busy());
    }

    @Override
    public Either<KycFailure, AuthorizationChallenge.Offered> offered(AuthorizationChallenge.Offered challenge) {
        return Either.right(challenge);
    }

    @Override
    public Either<KycFailure, AuthorizationChallenge.Offered> returned(AuthorizationChallenge.Returned challenge) {
        return Either.left(new SessionRejection.Busy());
    }

    @Override
    public Either<KycFailure, AuthorizationChallenge.Offered> connected(AuthorizationChallenge.Connected challenge) {
        return Either.left(session.rejection());
    }

    @Override
    public Either<KycFailure, AuthorizationChallenge.Offered> fetchingDocuments(
            AuthorizationChallenge.FetchingDocuments challenge) {
        return Either.left(new SessionRejection.Busy());
    }
}
