package dev.kycport.domain.session;

import dev.kycport.domain.failure.Rejection;
import dev.kycport.domain.failure.SessionRejection;
import dev.kycport.domain.otp.OtpChallenge;
import io.vavr.control.Either;
import java.time.Instant;

/** Whether a code can be submitted now. */
record Submitting(KycSession session, Instant now)
        implements OtpChallenge.OpenCases<Either<Rejection, OtpChallenge.Verifying>> {

    @Override
    public Either<Rejection, OtpChallenge.Verifying> requested(OtpChallenge.Requested challenge) {
        return Either.left(new SessionRejection.Busy());
    }

    @Override
    public Either<Rejection, OtpChallenge.Verifying> awaitingCode(OtpChallenge.AwaitingCode challenge) {
        return Either.narrow(challenge.submit(now));
    }

    @Override
    public Either<Rejection, OtpChallenge.Verifying> verifying(OtpChallenge.Verifying challenge) {
        return Either.left(new SessionRejection.Busy());
    }

    @Override
    public Either<Rejection, OtpChallenge.Verifying> pending(OtpChallenge.Pending challenge) {
        return Either.left(session.rejection());
    }

    @Override
    public Either<Rejection, OtpChallenge.Verifying> inDoubt(OtpChallenge.InDoubt challenge) {
        return Either.left(challenge.rejectSubmission(now));
    }

    @Override
    public Either<Rejection, OtpChallenge.Verifying> expired(OtpChallenge.Expired challenge) {
        return Either.left(challenge.rejectSubmission(now));
    }
}
