package dev.kycport.domain.session;

import dev.kycport.domain.digilocker.AuthorizationChallenge;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.failure.SessionRejection;
import io.vavr.control.Either;
import java.time.Instant;

/** Whether documents can be fetched now. */
record FetchDocumentsCases(KycSession session, Instant now)
        implements AuthorizationChallenge.OpenCases<Either<KycFailure, AuthorizationChallenge.FetchingDocuments>> {

    @Override
    public Either<KycFailure, AuthorizationChallenge.FetchingDocuments> requested(
            AuthorizationChallenge.Requested challenge) {
        return Either.left(new SessionRejection.Busy());
    }

    @Override
    public Either<KycFailure, AuthorizationChallenge.FetchingDocuments> offered(
            AuthorizationChallenge.Offered challenge) {
        return Either.left(session.rejection());
    }

    @Override
    public Either<KycFailure, AuthorizationChallenge.FetchingDocuments> returned(
            AuthorizationChallenge.Returned challenge) {
        return Either.left(new SessionRejection.Busy());
    }

    @Override
    public Either<KycFailure, AuthorizationChallenge.FetchingDocuments> connected(
            AuthorizationChallenge.Connected challenge) {
        return Either.right(challenge.fetchDocuments(now));
    }

    @Override
    public Either<KycFailure, AuthorizationChallenge.FetchingDocuments> fetchingDocuments(
            AuthorizationChallenge.FetchingDocuments challenge) {
        return Either.left(new SessionRejection.Busy());
    }
}
