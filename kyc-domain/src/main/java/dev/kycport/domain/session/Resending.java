package dev.kycport.domain.session;

import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.failure.SessionRejection;
import dev.kycport.domain.otp.OtpChallenge;
import io.vavr.control.Either;
import java.time.Instant;

/** Whether another code can be asked for now. */
record Resending(Instant now) implements OtpChallenge.OpenCases<Either<KycFailure, OtpChallenge.Requested>> {

    @Override
    public Either<KycFailure, OtpChallenge.Requested> requested(OtpChallenge.Requested challenge) {
        return Either.left(new SessionRejection.Busy());
    }

    @Override
    public Either<KycFailure, OtpChallenge.Requested> awaitingCode(OtpChallenge.AwaitingCode challenge) {
        return challenge.resend(now);
    }

    @Override
    public Either<KycFailure, OtpChallenge.Requested> verifying(OtpChallenge.Verifying challenge) {
        return Either.left(new SessionRejection.Busy());
    }

    @Override
    public Either<KycFailure, OtpChallenge.Requested> pending(OtpChallenge.Pending challenge) {
        return challenge.resend(now);
    }

    @Override
    public Either<KycFailure, OtpChallenge.Requested> inDoubt(OtpChallenge.InDoubt challenge) {
        return challenge.resend(now);
    }

    @Override
    public Either<KycFailure, OtpChallenge.Requested> expired(OtpChallenge.Expired challenge) {
        return challenge.resend(now);
    }
}
