package dev.kycport.domain.session;

import dev.kycport.domain.captcha.CaptchaChallenge;
import dev.kycport.domain.failure.CaptchaRejection;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.failure.SessionRejection;
import io.vavr.control.Either;
import java.time.Instant;

/** Whether a captcha can be answered now. */
record Answering(Instant now) implements CaptchaChallenge.OpenCases<Either<KycFailure, CaptchaChallenge.Answered>> {

    @Override
    public Either<KycFailure, CaptchaChallenge.Answered> requested(CaptchaChallenge.Requested challenge) {
        return Either.left(new SessionRejection.Busy());
    }

    @Override
    public Either<KycFailure, CaptchaChallenge.Answered> shown(CaptchaChallenge.Shown challenge) {
        return challenge.answer(now);
    }

    @Override
    public Either<KycFailure, CaptchaChallenge.Answered> answered(CaptchaChallenge.Answered challenge) {
        return Either.left(new SessionRejection.Busy());
    }

    @Override
    public Either<KycFailure, CaptchaChallenge.Answered> expired(CaptchaChallenge.Expired challenge) {
        return Either.left(new CaptchaRejection.Expired(challenge.expiresAt()));
    }
}
