package dev.kycport.domain.session;

import dev.kycport.domain.failure.Rejection;
import dev.kycport.domain.failure.SessionRejection;
import dev.kycport.domain.otp.OtpChallenge;
import io.vavr.control.Either;
import java.time.Instant;

/** Whether another code can be asked for now. */
record Resending(Instant now) implements OtpChallenge.OpenCases<Either<Rejection, OtpChallenge.Requested>> {

    @Override
    public Either<Rejection, OtpChallenge.Requested> requested(OtpChallenge.Requested challenge) {
        return Either.left(new SessionRejection.Busy());
    }

    @Override
    public Either<Rejection, OtpChallenge.Requested> awaitingCode(OtpChallenge.AwaitingCode challenge) {
        return Either.narrow(challenge.resend(now));
    }

    @Override
    public Either<Rejection, OtpChallenge.Requested> verifying(OtpChallenge.Verifying challenge) {
        return Either.left(new SessionRejection.Busy());
    }

    @Override
    public Either<Rejection, OtpChallenge.Requested> pending(OtpChallenge.Pending challenge) {
        return Either.narrow(challenge.resend(now));
    }

    @Override
    public Either<Rejection, OtpChallenge.Requested> inDoubt(OtpChallenge.InDoubt challenge) {
        return Either.narrow(challenge.resend(now));
    }

    @Override
    public Either<Rejection, OtpChallenge.Requested> expired(OtpChallenge.Expired challenge) {
        return Either.narrow(challenge.resend(now));
    }
}
