package dev.kycport.domain.captcha;

import java.time.Instant;
import java.util.Optional;

/**
 * A captcha challenge as it is stored: which state, and the parts that state has. The answer is in none of them.
 *
 * @param previous the challenge that a call under way leads back to
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
        if (challenge instanceof CaptchaChallenge.Requested requested) {
            return new CaptchaSnapshot(
                    Kind.REQUESTED,
                    Optional.of(requested.since()),
                    Optional.empty(),
                    Optional.empty(),
                    requested.refreshesLeft(),
                    requested.attemptsLeft(),
                    requested.previous().map(CaptchaSnapshot::of));
        }
        if (challenge instanceof CaptchaChallenge.Answered answered) {
            return new CaptchaSnapshot(
                    Kind.ANSWERED,
                    Optional.of(answered.since()),
                    Optional.empty(),
                    Optional.empty(),
                    answered.previous().refreshesLeft(),
                    answered.attemptsLeft(),
                    Optional.of(of(answered.previous())));
        }
        return visible((CaptchaChallenge.Refreshable) challenge);
    }

    /** When a call under way began, whose outcome may be lost, or when the challenge grows too old. */
    public Optional<Instant> dueAt() {
        return kind == Kind.EXPIRED ? Optional.empty() : since.or(() -> expiresAt);
    }

    /** The challenge as it was; a damaged snapshot throws. */
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
        return kind == Kind.SHOWN
                ? shown()
                : new CaptchaChallenge.Expired(part(expiresAt), refreshesLeft, attemptsLeft);
    }

    private CaptchaChallenge.Shown shown() {
        return new CaptchaChallenge.Shown(part(image), part(expiresAt), refreshesLeft, attemptsLeft);
    }

    private static CaptchaSnapshot visible(CaptchaChallenge.Refreshable challenge) {
        Optional<CaptchaImage> image =
                challenge instanceof CaptchaChallenge.Shown shown ? Optional.of(shown.image()) : Optional.empty();
        return new CaptchaSnapshot(
                image.isPresent() ? Kind.SHOWN : Kind.EXPIRED,
                Optional.empty(),
                image,
                Optional.of(challenge.expiresAt()),
                challenge.refreshesLeft(),
                challenge.attemptsLeft(),
                Optional.empty());
    }

    private static <T> T part(Optional<T> part) {
        return part.orElseThrow(CaptchaSnapshot::damaged);
    }

    private static IllegalArgumentException damaged() {
        return new IllegalArgumentException("a stored captcha challenge is damaged");
    }
}
