package dev.kycport.domain.captcha;

import dev.kycport.domain.failure.CaptchaRejection;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.failure.SessionRejection;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The captcha that a person solves before a code is sent to them. {@code Requested} → {@code Shown} → {@code Answered} →
 * {@code Solved}, {@code Shown} (wrong answer) or {@code Spent} (no attempts left). An image that is too old becomes
 * {@code Expired}; a new one can be requested from there.
 */
public sealed interface CaptchaChallenge {

    /** Calls the case of this state. */
    <R> R match(Cases<R> cases);

    /** The first state: an image is to be fetched. */
    static Requested request(CaptchaPolicy policy, Instant now) {
        return new Requested(now, policy.refreshes(), policy.attempts(), Optional.empty());
    }

    /** A state in which a session can wait. The other states end the challenge. */
    sealed interface Open extends CaptchaChallenge permits InFlight, Refreshable {

        /** Calls the case of this state. */
        <R> R match(OpenCases<R> cases);

        @Override
        default <R> R match(Cases<R> cases) {
            return match((OpenCases<R>) cases);
        }

        /** Answers the image; Left if this state has none that can be answered. */
        Either<KycFailure, Answered> tryAnswer(Instant now);

        /** Requests a new image; Left if this state cannot. */
        Either<KycFailure, Requested> tryRefresh(Instant now);

        /** The image that the person sees and can answer while it is fresh. */
        Optional<Shown> shownImage();

        /** What the person can do next, by the names that {@code session.wrong-state} reports. */
        Set<String> allowedActions();
    }

    /** A provider call is in progress. The person can only wait for it, or cancel the session. */
    sealed interface InFlight extends Open permits Requested, Answered {

        /** When the intent to make the call was stored. */
        Instant since();

        @Override
        default Either<KycFailure, Answered> tryAnswer(Instant now) {
            return Either.left(new SessionRejection.Busy());
        }

        @Override
        default Either<KycFailure, Requested> tryRefresh(Instant now) {
            return Either.left(new SessionRejection.Busy());
        }

        @Override
        default Optional<Shown> shownImage() {
            return Optional.empty();
        }

        @Override
        default Set<String> allowedActions() {
            return Set.of();
        }
    }

    /** A state from which a new image can be requested while refreshes are left. */
    sealed interface Refreshable extends Open permits Shown, Expired {

        /** How many new images may still be requested. */
        int refreshesLeft();

        /** How many answers may still be given. */
        int attemptsLeft();

        /** From this instant the image cannot be answered. */
        Instant expiresAt();

        /** The person requests a new image, which costs a refresh. Left {@code captcha.spent} if none is left. */
        default Either<KycFailure, Requested> refresh(Instant now) {
            return refreshesLeft() == 0
                    ? Either.left(new CaptchaRejection.Spent())
                    : Either.right(new Requested(now, refreshesLeft() - 1, attemptsLeft(), Optional.of(this)));
        }

        @Override
        default Either<KycFailure, Requested> tryRefresh(Instant now) {
            return refresh(now);
        }

        @Override
        default Set<String> allowedActions() {
            return refreshesLeft() > 0 ? Set.of("reload-captcha") : Set.of();
        }
    }

    /** The result of a wrong answer. */
    sealed interface AfterWrongAnswer extends CaptchaChallenge permits Shown, Spent {

        /** The image with the attempts that are left; empty if none is. */
        Optional<Shown> shownImage();
    }

    /**
     * The intent to fetch an image is stored, and the call may be in progress.
     *
     * @param since when the intent was stored
     * @param previous the state that a failed call returns to; empty for the first image
     */
    record Requested(Instant since, int refreshesLeft, int attemptsLeft, Optional<Refreshable> previous)
            implements InFlight {

        /** The provider returned this image. */
        public Shown show(CaptchaImage image, CaptchaPolicy policy, Instant now) {
            return new Shown(image, now.plus(policy.life()), refreshesLeft, attemptsLeft);
        }

        /** No image came: back to the state before the request, the refresh not spent. */
        public Optional<Refreshable> revert() {
            return previous;
        }

        @Override
        public <R> R match(OpenCases<R> cases) {
            return cases.requested(this);
        }
    }

    /** The person sees the image. */
    record Shown(CaptchaImage image, Instant expiresAt, int refreshesLeft, int attemptsLeft)
            implements Refreshable, AfterWrongAnswer {

        public Shown {
            if (attemptsLeft < 1) {
                throw new IllegalArgumentException("without attempts the challenge is spent");
            }
        }

        /** The person answers. The attempt is spent now, before the provider is called. Left {@code captcha.expired}. */
        public Either<KycFailure, Answered> answer(Instant now) {
            return now.isBefore(expiresAt)
                    ? Either.right(new Answered(this, now))
                    : Either.left(new CaptchaRejection.Expired(expiresAt));
        }

        /** A wrong answer used the image up, so another one is fetched; this costs no refresh. */
        public Requested replace(Instant now) {
            return new Requested(now, refreshesLeft, attemptsLeft, Optional.of(this));
        }

        /** The image is too old to be answered. */
        public Expired expire() {
            return new Expired(expiresAt, refreshesLeft, attemptsLeft);
        }

        @Override
        public Either<KycFailure, Answered> tryAnswer(Instant now) {
            return answer(now);
        }

        @Override
        public Optional<Shown> shownImage() {
            return Optional.of(this);
        }

        @Override
        public Set<String> allowedActions() {
            Set<String> actions = new TreeSet<>(Refreshable.super.allowedActions());
            actions.add("submit-captcha");
            return actions;
        }

        @Override
        public <R> R match(OpenCases<R> cases) {
            return cases.shown(this);
        }
    }

    /**
     * The answer was submitted to the provider; the attempt is spent.
     *
     * @param previous the image that was answered, as it was before the attempt
     * @param since when the intent was stored
     */
    record Answered(Shown previous, Instant since) implements InFlight {

        /** How many answers are left after this one. */
        public int attemptsLeft() {
            return previous.attemptsLeft() - 1;
        }

        /** The provider accepted the answer. */
        public Solved solve() {
            return new Solved();
        }

        /** The provider rejected the answer: one attempt fewer, or none left. */
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

    /** All attempts are used. */
    record Spent() implements AfterWrongAnswer {

        @Override
        public Optional<Shown> shownImage() {
            return Optional.empty();
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.spent(this);
        }
    }

    /** The image is too old. A new one can be requested while refreshes are left. */
    record Expired(Instant expiresAt, int refreshesLeft, int attemptsLeft) implements Refreshable {

        @Override
        public Either<KycFailure, Answered> tryAnswer(Instant now) {
            return Either.left(new CaptchaRejection.Expired(expiresAt));
        }

        @Override
        public Optional<Shown> shownImage() {
            return Optional.empty();
        }

        @Override
        public <R> R match(OpenCases<R> cases) {
            return cases.expired(this);
        }
    }

    /** One method for each state in which a session can wait. */
    interface OpenCases<R> {
        R requested(Requested challenge);

        R shown(Shown challenge);

        R answered(Answered challenge);

        R expired(Expired challenge);
    }

    /** One method for each state. */
    interface Cases<R> extends OpenCases<R> {
        R solved(Solved challenge);

        R spent(Spent challenge);
    }
}
