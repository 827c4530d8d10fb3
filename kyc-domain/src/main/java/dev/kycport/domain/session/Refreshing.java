package dev.kycport.domain.session;

import dev.kycport.domain.captcha.CaptchaChallenge;
import dev.kycport.domain.failure.Rejection;
import dev.kycport.domain.failure.SessionRejection;
import io.vavr.control.Either;
import java.time.Instant;

/** Whether a new captcha image can be asked for now. */
record Refreshing(Instant now) implements CaptchaChallenge.OpenCases<Either<Rejection, CaptchaChallenge.Requested>> {

    @Override
    public Either<Rejection, CaptchaChallenge.Requested> requested(CaptchaChallenge.Requested challenge) {
        return Either.left(new SessionRejection.Busy());
    }

    @Override
    public Either<Rejection, CaptchaChallenge.Requested> shown(CaptchaChallenge.Shown challenge) {
        return Either.narrow(challenge.refresh(now));
    }

    @Override
    public Either<Rejection, CaptchaChallenge.Requested> answered(CaptchaChallenge.Answered challenge) {
        return Either.left(new SessionRejection.Busy());
    }

    @Override
    public Either<Rejection, CaptchaChallenge.Requested> expired(CaptchaChallenge.Expired challenge) {
        return Either.narrow(challenge.refresh(now));
    }
}
