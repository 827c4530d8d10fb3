package dev.kycport.domain.session;

import dev.kycport.domain.failure.Rejection;
import dev.kycport.domain.failure.SessionRejection;
import dev.kycport.domain.otp.OtpChallenge;
import io.vavr.control.Either;
import java.time.Instant;

/** Whether a code can be submitted now. */
record Submitting(KycSession session, Instant now)
        implements OtpChallenge.OpenCases<Either<Rejection, OtpChallenge.Judging>> {

    @Override
    public Either<Rejection, OtpChallenge.Judging> requested(OtpChallenge.Requested challenge) {
        return Either.left(new SessionRejection.Busy());
    }

    @Override
    public Either<Rejection, OtpChallenge.Judging> awaitingCode(OtpChallenge.AwaitingCode challenge) {
        return Either.narrow(challenge.submit(now));
    }

    @Override
    public Either<Rejection, OtpChallenge.Judging> judging(OtpChallenge.Judging challenge) {
        return Either.left(new SessionRejection.Busy());
    }

    @Override
    public Either<Rejection, OtpChallenge.Judging> pending(OtpChallenge.Pending challenge) {
        return Either.left(session.refusal());
    }

    @Override
    public Either<Rejection, OtpChallenge.Judging> inDoubt(OtpChallenge.InDoubt challenge) {
        return Either.left(challenge.refusal(now));
    }

    @Override
    public Either<Rejection, OtpChallenge.Judging> expired(OtpChallenge.Expired challenge) {
        return Either.left(challenge.refusal(now));
    }
}
