package dev.kycport.domain.session;

import dev.kycport.domain.captcha.CaptchaChallenge;
import dev.kycport.domain.failure.CaptchaRejection;
import dev.kycport.domain.failure.Rejection;
import dev.kycport.domain.failure.SessionRejection;
import io.vavr.control.Either;
import java.time.Instant;

/** Whether a captcha can be answered now. */
record Answering(Instant now) implements CaptchaChallenge.OpenCases<Either<Rejection, CaptchaChallenge.Answered>> {

    @Override
    public Either<Rejection, CaptchaChallenge.Answered> requested(CaptchaChallenge.Requested challenge) {
        return Either.left(new SessionRejection.Busy());
    }

    @Override
    public Either<Rejection, CaptchaChallenge.Answered> shown(CaptchaChallenge.Shown challenge) {
        return Either.narrow(challenge.answer(now));
    }

    @Override
    public Either<Rejection, CaptchaChallenge.Answered> answered(CaptchaChallenge.Answered challenge) {
        return Either.left(new SessionRejection.Busy());
    }

    @Override
    public Either<Rejection, CaptchaChallenge.Answered> expired(CaptchaChallenge.Expired challenge) {
        return Either.left(new CaptchaRejection.Expired(challenge.expiresAt()));
    }
}
