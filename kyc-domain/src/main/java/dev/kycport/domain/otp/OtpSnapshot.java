package dev.kycport.domain.otp;

import dev.kycport.domain.ProviderReference;
import java.time.Instant;
import java.util.Optional;

/**
 * The stored form of an OTP challenge: its state, and the parts that the state has. The code itself is never among them.
 *
 * @param kind which state
 * @param since when the intent of the call in progress was stored
 * @param reference the provider's reference of the code
 * @param expiresAt from when on the code is not submitted any more
 * @param attemptsLeft how many submissions are left; 0 for a state without a code
 * @param resendsLeft how many further codes may be sent
 * @param resendNotBefore before this instant no further code is sent
 * @param previous the challenge that the call in progress returns to
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

    /** The states in which a challenge can be stored. Stores write the names, so they never change: JUDGING is Verifying. */
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
        return challenge.match(StoredForm.INSTANCE);
    }

    /** When the call in progress began, whose outcome may be lost, or when the code expires. */
    public Optional<Instant> dueAt() {
        return since.or(() -> expiresAt);
    }

    /**
     * The challenge that was stored.
     *
     * @throws IllegalArgumentException if parts are missing: the store is damaged
     */
    public OtpChallenge.Open restore() {
        return switch (kind) {
            case REQUESTED -> requested();
            case JUDGING -> new OtpChallenge.Verifying(awaitingBefore(), part(since));
            case AWAITING_CODE, PENDING, IN_DOUBT, EXPIRED -> resendable();
        };
    }

    /** The challenge that was stored, which must be one that requests a code. Throws as {@link #restore} does. */
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
            case REQUESTED, JUDGING -> throw damaged();
        };
    }

    private OtpChallenge.AwaitingCode awaitingBefore() {
        return previous.orElseThrow(OtpSnapshot::damaged).awaitingCode();
    }

    private OtpChallenge.AwaitingCode awaitingCode() {
        return new OtpChallenge.AwaitingCode(
                part(reference), part(expiresAt), attemptsLeft, resendsLeft, part(resendNotBefore));
    }

    private static <T> T part(Optional<T> part) {
        return part.orElseThrow(OtpSnapshot::damaged);
    }

    private static IllegalArgumentException damaged() {
        return new IllegalArgumentException("a stored otp challenge is damaged");
    }

    private enum StoredForm implements OtpChallenge.OpenCases<OtpSnapshot> {
        INSTANCE;

        @Override
        public OtpSnapshot requested(OtpChallenge.Requested challenge) {
            return inFlight(Kind.REQUESTED, challenge, challenge.resendsLeft(), challenge.previous());
        }

        @Override
        public OtpSnapshot awaitingCode(OtpChallenge.AwaitingCode code) {
            return new OtpSnapshot(
                    Kind.AWAITING_CODE,
                    Optional.empty(),
                    Optional.of(code.reference()),
                    Optional.of(code.expiresAt()),
                    code.attemptsLeft(),
                    code.resendsLeft(),
                    Optional.of(code.resendNotBefore()),
                    Optional.empty());
        }

        @Override
        public OtpSnapshot verifying(OtpChallenge.Verifying challenge) {
            OtpChallenge.AwaitingCode code = challenge.previous();
            return inFlight(Kind.JUDGING, challenge, code.resendsLeft(), Optional.of(code));
        }

        @Override
        public OtpSnapshot pending(OtpChallenge.Pending challenge) {
            return withoutCode(Kind.PENDING, challenge);
        }

        @Override
        public OtpSnapshot inDoubt(OtpChallenge.InDoubt challenge) {
            return withoutCode(Kind.IN_DOUBT, challenge);
        }

        @Override
        public OtpSnapshot expired(OtpChallenge.Expired challenge) {
            return withoutCode(Kind.EXPIRED, challenge);
        }

        private static OtpSnapshot inFlight(
                Kind kind,
                OtpChallenge.InFlight challenge,
                int resendsLeft,
                Optional<? extends OtpChallenge.Open> previous) {
            return new OtpSnapshot(
                    kind,
                    Optional.of(challenge.since()),
                    Optional.empty(),
                    Optional.empty(),
                    0,
                    resendsLeft,
                    Optional.empty(),
                    previous.map(OtpSnapshot::of));
        }

        private static OtpSnapshot withoutCode(Kind kind, OtpChallenge.Resendable challenge) {
            return new OtpSnapshot(
                    kind,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    0,
                    challenge.resendsLeft(),
                    Optional.of(challenge.resendNotBefore()),
                    Optional.empty());
        }
    }
}
