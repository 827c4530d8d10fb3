package dev.kycport.domain.captcha;

import java.time.Instant;
import java.util.Optional;

/**
 * The stored form of a captcha challenge: its state, and the parts that the state has. The answer is never among them.
 *
 * @param kind which state
 * @param since when the intent of the call in progress was stored
 * @param image that the person sees
 * @param expiresAt from when on the image cannot be answered
 * @param refreshesLeft how many new images may still be requested
 * @param attemptsLeft how many answers may still be given
 * @param previous the challenge that the call in progress returns to
 */
public record CaptchaSnapshot(
        Kind kind,
        Optional<Instant> since,
        Optional<CaptchaImage> image,
        Optional<Instant> expiresAt,
        int refreshesLeft,
        int attemptsLeft,
        Optional<CaptchaSnapshot> previous) {

    public CaptchaSnapshot {
        if (attemptsLeft < 0 || refreshesLeft < 0) {
            throw damaged();
        }
    }

    /** The states in which a challenge can be stored. */
    public enum Kind {
        REQUESTED,
        SHOWN,
        ANSWERED,
        EXPIRED
    }

    /** The stored form of a challenge. */
    public static CaptchaSnapshot of(CaptchaChallenge.Open challenge) {
        return challenge.match(StoredForm.INSTANCE);
    }

    /** When the call in progress began, whose outcome may be lost, or when the image expires. */
    public Optional<Instant> dueAt() {
        return switch (kind) {
            case REQUESTED, ANSWERED -> since;
            case SHOWN -> expiresAt;
            case EXPIRED -> Optional.empty();
        };
    }

    /**
     * The challenge that was stored.
     *
     * @throws IllegalArgumentException if parts are missing: the store is damaged
     */
    public CaptchaChallenge.Open restore() {
        return switch (kind) {
            case REQUESTED ->
                new CaptchaChallenge.Requested(
                        part(since), refreshesLeft, attemptsLeft, previous.map(CaptchaSnapshot::refreshable));
            case ANSWERED -> new CaptchaChallenge.Answered(part(previous).shown(), part(since));
            case SHOWN, EXPIRED -> refreshable();
        };
    }

    private CaptchaChallenge.Refreshable refreshable() {
        return switch (kind) {
            case SHOWN -> shown();
            case EXPIRED -> new CaptchaChallenge.Expired(part(expiresAt), refreshesLeft, attemptsLeft);
            case REQUESTED, ANSWERED -> throw damaged();
        };
    }

    private CaptchaChallenge.Shown shown() {
        return new CaptchaChallenge.Shown(part(image), part(expiresAt), refreshesLeft, attemptsLeft);
    }

    private static <T> T part(Optional<T> part) {
        return part.orElseThrow(CaptchaSnapshot::damaged);
    }

    private static IllegalArgumentException damaged() {
        return new IllegalArgumentException("a stored captcha challenge is damaged");
    }

    private enum StoredForm implements CaptchaChallenge.OpenCases<CaptchaSnapshot> {
        INSTANCE;

        @Override
        public CaptchaSnapshot requested(CaptchaChallenge.Requested challenge) {
            return new CaptchaSnapshot(
                    Kind.REQUESTED,
                    Optional.of(challenge.since()),
                    Optional.empty(),
                    Optional.empty(),
                    challenge.refreshesLeft(),
                    challenge.attemptsLeft(),
                    challenge.previous().map(CaptchaSnapshot::of));
        }

        @Override
        public CaptchaSnapshot shown(CaptchaChallenge.Shown challenge) {
            return notInFlight(Kind.SHOWN, Optional.of(challenge.image()), challenge);
        }

        @Override
        public CaptchaSnapshot answered(CaptchaChallenge.Answered challenge) {
            return new CaptchaSnapshot(
                    Kind.ANSWERED,
                    Optional.of(challenge.since()),
                    Optional.empty(),
                    Optional.empty(),
                    challenge.previous().refreshesLeft(),
                    challenge.attemptsLeft(),
                    Optional.of(of(challenge.previous())));
        }

        @Override
        public CaptchaSnapshot expired(CaptchaChallenge.Expired challenge) {
            return notInFlight(Kind.EXPIRED, Optional.empty(), challenge);
        }

        private static CaptchaSnapshot notInFlight(
                Kind kind, Optional<CaptchaImage> image, CaptchaChallenge.Refreshable challenge) {
            return new CaptchaSnapshot(
                    kind,
                    Optional.empty(),
                    image,
                    Optional.of(challenge.expiresAt()),
                    challenge.refreshesLeft(),
                    challenge.attemptsLeft(),
                    Optional.empty());
        }
    }
}
