package dev.kycport.domain.session;

import dev.kycport.domain.captcha.CaptchaChallenge;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.failure.SessionRejection;
import io.vavr.control.Either;
import java.time.Instant;

/** Whether a new captcha image can be asked for now. */
record Refreshing(Instant now) implements CaptchaChallenge.OpenCases<Either<KycFailure, CaptchaChallenge.Requested>> {

    @Override
    public Either<KycFailure, CaptchaChallenge.Requested> requested(CaptchaChallenge.Requested challenge) {
        return Either.left(new SessionRejection.Busy());
    }

    @Override
    public Either<KycFailure, CaptchaChallenge.Requested> shown(CaptchaChallenge.Shown challenge) {
        return challenge.refresh(now);
    }

    @Override
    public Either<KycFailure, CaptchaChallenge.Requested> answered(CaptchaChallenge.Answered challenge) {
        return Either.left(new SessionRejection.Busy());
    }

    @Override
    public Either<KycFailure, CaptchaChallenge.Requested> expired(CaptchaChallenge.Expired challenge) {
        return challenge.refresh(now);
    }
}
