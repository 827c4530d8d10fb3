package dev.kycport.domain.captcha;

import dev.kycport.domain.failure.CaptchaRejection;
import dev.kycport.domain.failure.KycFailure;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.Optional;

/**
 * The picture puzzle between a number and its OTP. {@code Requested} → {@code Shown} → {@code Answered} → {@code Solved},
 * {@code Shown} or {@code Spent}; an image grows old and becomes {@code Expired}, from where a new one can be asked for.
 */
public sealed interface CaptchaChallenge {

    /** The answer that fits the state. */
    <R> R match(Cases<R> cases);

    /** The first state: an image is to be fetched. */
    static Requested request(CaptchaPolicy policy, Instant now) {
        return new Requested(now, policy.refreshes(), policy.attempts(), Optional.empty());
    }

    /** A state in which a session can wait; the others end the challenge. */
    sealed interface Open extends CaptchaChallenge permits Requested, Answered, Refreshable {

        /** The answer that fits the state. */
        <R> R match(OpenCases<R> cases);

        @Override
        default <R> R match(Cases<R> cases) {
            return match((OpenCases<R>) cases);
        }
    }

    /** A state from which a new image can be asked for. */
    sealed interface Refreshable extends Open permits Shown, Expired {

        /** How many new images may still be asked for. */
        int refreshesLeft();

        /** How many answers may still be given. */
        int attemptsLeft();

        /** From this instant the image cannot be answered. */
        Instant expiresAt();

        /** The person asks for a new image, which costs a refresh. */
        default Either<KycFailure, Requested> refresh(Instant now) {
            return refreshesLeft() == 0
                    ? Either.left(new CaptchaRejection.Spent())
                    : Either.right(new Requested(now, refreshesLeft() - 1, attemptsLeft(), Optional.of(this)));
        }
    }

    /** What a wrong answer leads to. */
    sealed interface AfterWrongAnswer extends CaptchaChallenge permits Shown, Spent {}

    /**
     * The intent to fetch an image is stored and the call may be under way.
     *
     * @param since when the intent was stored
     * @param previous where a failed call leads back to; empty for the first image
     */
    record Requested(Instant since, int refreshesLeft, int attemptsLeft, Optional<Refreshable> previous)
            implements Open {

        /** The provider handed out this image. */
        public Shown show(CaptchaImage image, CaptchaPolicy policy, Instant now) {
            return new Shown(image, now.plus(policy.life()), refreshesLeft, attemptsLeft);
        }

        /** No image came: everything is as it was before asking, the refresh unspent. */
        public Optional<Refreshable> revert() {
            return previous;
        }

        @Override
        public <R> R match(OpenCases<R> cases) {
            return cases.requested(this);
        }
    }

    /** The image is before the person's eyes. */
    record Shown(CaptchaImage image, Instant expiresAt, int refreshesLeft, int attemptsLeft)
            implements Refreshable, AfterWrongAnswer {

        public Shown {
            if (attemptsLeft < 1) {
                throw new IllegalArgumentException("without attempts the challenge is spent");
            }
        }

        /** The person answers; the attempt is spent now, before anyone is asked. */
        public Either<KycFailure, Answered> answer(Instant now) {
            return now.isBefore(expiresAt)
                    ? Either.right(new Answered(this, now))
                    : Either.left(new CaptchaRejection.Expired(expiresAt));
        }

        /** A wrong answer used the image up, so another is fetched, which costs no refresh. */
        public Requested replace(Instant now) {
            return new Requested(now, refreshesLeft, attemptsLeft, Optional.of(this));
        }

        /** The image is too old to be answered. */
        public Expired expire() {
            return new Expired(expiresAt, refreshesLeft, attemptsLeft);
        }

        @Override
        public <R> R match(OpenCases<R> cases) {
            return cases.shown(this);
        }
    }

    /**
     * The answer is at the provider; the attempt is spent.
     *
     * @param previous the image that was answered, as it was before the attempt
     * @param since when the intent was stored
     */
    record Answered(Shown previous, Instant since) implements Open {

        /** How many answers are left after this one. */
        public int attemptsLeft() {
            return previous.attemptsLeft() - 1;
        }

        /** The provider accepted the answer. */
        public Solved solve() {
            return new Solved();
        }

        /** The provider refused the answer: one attempt fewer, or none left. */
        public AfterWrongAnswer wrong() {
            return attemptsLeft() == 0
                    ? new Spent()
                    : new Shown(previous.image(), previous.expiresAt(), previous.refreshesLeft(), attemptsLeft());
        }

        /** It is proven that nothing was sent: the attempt is given back. */
        public Shown revert() {
            return previous;
        }

        @Override
        public <R> R match(OpenCases<R> cases) {
            return cases.answered(this);
        }
    }

    /** The answer was right. */
    record Solved() implements CaptchaChallenge {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.solved(this);
        }
    }

    /** Every attempt is used. */
    record Spent() implements AfterWrongAnswer {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.spent(this);
        }
    }

    /** The image is too old; a new one can be asked for while refreshes are left. */
    record Expired(Instant expiresAt, int refreshesLeft, int attemptsLeft) implements Refreshable {
        @Override
        public <R> R match(OpenCases<R> cases) {
            return cases.expired(this);
        }
    }

    /** One answer a state in which a session can wait. */
    interface OpenCases<R> {
        R requested(Requested challenge);

        R shown(Shown challenge);

        R answered(Answered challenge);

        R expired(Expired challenge);
    }

    /** One answer a state. */
    interface Cases<R> extends OpenCases<R> {
        R solved(Solved challenge);

        R spent(Spent challenge);
    }
}
