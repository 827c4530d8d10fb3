package dev.kycport.domain.session;

import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.failure.SessionRejection;
import dev.kycport.domain.otp.OtpChallenge;
import io.vavr.control.Either;
import java.time.Instant;

/** Whether a code can be submitted now. */
record Submitting(KycSession session, Instant now)
        implements OtpChallenge.OpenCases<Either<KycFailure, OtpChallenge.Verifying>> {

    @Override
    public Either<KycFailure, OtpChallenge.Verifying> requested(OtpChallenge.Requested challenge) {
        return Either.left(new SessionRejection.Busy());
    }

    @Override
    public Either<KycFailure, OtpChallenge.Verifying> awaitingCode(OtpChallenge.AwaitingCode challenge) {
        return challenge.submit(now);
    }

    @Override
    public Either<KycFailure, OtpChallenge.Verifying> verifying(OtpChallenge.Verifying challenge) {
        return Either.left(new SessionRejection.Busy());
    }

    @Override
    public Either<KycFailure, OtpChallenge.Verifying> pending(OtpChallenge.Pending challenge) {
        return Either.left(session.rejection());
    }

    @Override
    public Either<KycFailure, OtpChallenge.Verifying> inDoubt(OtpChallenge.InDoubt challenge) {
        return Either.left(challenge.rejectSubmission(now));
    }

    @Override
    public Either<KycFailure, OtpChallenge.Verifying> expired(OtpChallenge.Expired challenge) {
        return Either.left(challenge.rejectSubmission(now));
    }
}
