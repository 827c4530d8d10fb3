package dev.kycport.domain.otp;

import dev.kycport.domain.ProviderReference;
import java.time.Instant;
import java.util.Optional;

/**
 * An OTP challenge as it is stored: which state, and the parts that state has. The code itself is in none of them.
 *
 * @param previous the challenge that a call under way leads back to
 */
public record OtpSnapshot(
        Kind kind,
        Optional<Instant> since,
        Optional<ProviderReference> reference,
        Optional<Instant> expiresAt,
        int attemptsLeft,
        int resendsLeft,
        Optional<Instant> resendNotBefore,
        Optional<OtpSnapshot> previous) {

    public OtpSnapshot {
        if (attemptsLeft < 0 || resendsLeft < 0) {
            throw damaged();
        }
    }

    /** The states in which a challenge can be stored. */
    public enum Kind {
        REQUESTED,
        AWAITING_CODE,
        JUDGING,
        PENDING,
        IN_DOUBT,
        EXPIRED
    }

    /** The stored form of a challenge. */
    public static OtpSnapshot of(OtpChallenge.Open challenge) {
        if (challenge instanceof OtpChallenge.Requested requested) {
            return callInFlight(Kind.REQUESTED, requested.since(), requested.resendsLeft(), requested.previous());
        }
        if (challenge instanceof OtpChallenge.Verifying verifying) {
            return callInFlight(
                    Kind.JUDGING,
                    verifying.since(),
                    verifying.previous().resendsLeft(),
                    Optional.of(verifying.previous()));
        }
        return waiting((OtpChallenge.Resendable) challenge);
    }

    /** When a call under way began, whose outcome may be lost, or when the challenge grows too old. */
    public Optional<Instant> dueAt() {
        return since.or(() -> expiresAt);
    }

    /** The challenge as it was; a damaged snapshot throws. */
    public OtpChallenge.Open restore() {
        return switch (kind) {
            case REQUESTED -> requested();
            case JUDGING -> new OtpChallenge.Verifying(awaitingBefore(), part(since));
            default -> resendable();
        };
    }

    /** The challenge as it was, where it can only be a code that is to be sent. */
    public OtpChallenge.Requested requested() {
        if (kind != Kind.REQUESTED) {
            throw damaged();
        }
        return new OtpChallenge.Requested(part(since), resendsLeft, previous.map(OtpSnapshot::resendable));
    }

    private OtpChallenge.Resendable resendable() {
        Instant notBefore = part(resendNotBefore);
        return switch (kind) {
            case AWAITING_CODE -> awaitingCode();
            case PENDING -> new OtpChallenge.Pending(resendsLeft, notBefore);
            case IN_DOUBT -> new OtpChallenge.InDoubt(resendsLeft, notBefore);
            case EXPIRED -> new OtpChallenge.Expired(resendsLeft, notBefore);
            default -> throw damaged();
        };
    }

    private OtpChallenge.AwaitingCode awaitingBefore() {
        return previous.orElseThrow(OtpSnapshot::damaged).awaitingCode();
    }

    private OtpChallenge.AwaitingCode awaitingCode() {
        return new OtpChallenge.AwaitingCode(
                part(reference), part(expiresAt), attemptsLeft, resendsLeft, part(resendNotBefore));
    }

    private static OtpSnapshot callInFlight(
            Kind kind, Instant since, int resendsLeft, Optional<? extends OtpChallenge.Open> before) {
        return new OtpSnapshot(
                kind,
                Optional.of(since),
                Optional.empty(),
                Optional.empty(),
                0,
                resendsLeft,
                Optional.empty(),
                before.map(OtpSnapshot::of));
    }

    private static OtpSnapshot waiting(OtpChallenge.Resendable challenge) {
        Optional<OtpChallenge.AwaitingCode> code =
                challenge instanceof OtpChallenge.AwaitingCode awaiting ? Optional.of(awaiting) : Optional.empty();
        return new OtpSnapshot(
                kindOf(challenge),
                Optional.empty(),
                code.map(OtpChallenge.AwaitingCode::reference),
                code.map(OtpChallenge.AwaitingCode::expiresAt),
                code.map(OtpChallenge.AwaitingCode::attemptsLeft).orElse(0),
                challenge.resendsLeft(),
                Optional.of(challenge.resendNotBefore()),
                Optional.empty());
    }

    private static Kind kindOf(OtpChallenge.Resendable challenge) {
        if (challenge instanceof OtpChallenge.AwaitingCode) {
            return Kind.AWAITING_CODE;
        }
        if (challenge instanceof OtpChallenge.Pending) {
            return Kind.PENDING;
        }
        return challenge instanceof OtpChallenge.InDoubt ? Kind.IN_DOUBT : Kind.EXPIRED;
    }

    private static <T> T part(Optional<T> part) {
        return part.orElseThrow(OtpSnapshot::damaged);
    }

    private static IllegalArgumentException damaged() {
        return new IllegalArgumentException("a stored otp challenge is damaged");
    }
}
