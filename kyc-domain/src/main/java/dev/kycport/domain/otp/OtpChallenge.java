package dev.kycport.domain.otp;

import dev.kycport.domain.ProviderReference;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.failure.OtpRejection;
import dev.kycport.domain.failure.RetryAdvice;
import dev.kycport.domain.failure.SessionRejection;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The one-time code that is sent to a person's phone and submitted back. The successful path is {@code Requested} →
 * {@code AwaitingCode} → {@code Verifying} → {@code Verified}. Each submission spends its attempt before the provider is called.
 * A send whose outcome is unknown is a state of its own, {@code InDoubt}.
 */
public sealed interface OtpChallenge {

    /** Calls the case of this state. */
    <R> R match(Cases<R> cases);

    /** The first state: a code is to be sent. */
    static Requested request(OtpPolicy policy, Instant now) {
        return new Requested(now, policy.resends(), Optional.empty());
    }

    /** A state in which a session can wait. The other states end it. */
    sealed interface Open extends OtpChallenge permits InFlight, Resendable {

        /** Calls the case of this state. */
        <R> R match(OpenCases<R> cases);

        @Override
        default <R> R match(Cases<R> cases) {
            return match((OpenCases<R>) cases);
        }

        /**
         * Submits the code; Left if this state has none that can be verified.
         *
         * @param wrongState what the session answers if it has no such step now
         */
        Either<KycFailure, Verifying> trySubmit(Instant now, SessionRejection wrongState);

        /** Requests another code; Left if this state cannot. */
        Either<KycFailure, Requested> tryResend(Instant now);

        /** The code that was sent and can be submitted until it expires. */
        Optional<AwaitingCode> submittableCode();

        /** What the person can do next, by the names that {@code session.wrong-state} reports. */
        Set<String> allowedActions();
    }

    /** A provider call is in progress. The person can only wait for it, or cancel the session. */
    sealed interface InFlight extends Open permits Requested, Verifying {

        /** When the intent to make the call was stored. */
        Instant since();

        @Override
        default Either<KycFailure, Verifying> trySubmit(Instant now, SessionRejection wrongState) {
            return Either.left(new SessionRejection.Busy());
        }

        @Override
        default Either<KycFailure, Requested> tryResend(Instant now) {
            return Either.left(new SessionRejection.Busy());
        }

        @Override
        default Optional<AwaitingCode> submittableCode() {
            return Optional.empty();
        }

        @Override
        default Set<String> allowedActions() {
            return Set.of();
        }
    }

    /** A state from which another code can be sent, from {@link #resendNotBefore()} on and while resends are left. */
    sealed interface Resendable extends Open permits AfterPending, InDoubt, Expired {

        /** How many further codes may be sent. */
        int resendsLeft();

        /** Before this instant no further code is sent. */
        Instant resendNotBefore();

        /** The same state with this number of resends left. */
        Resendable withResendsLeft(int resends);

        /** Whether the state is of any use once no resends are left. */
        boolean isUsableWithoutResends();

        /**
         * The person requests another code, which costs a resend. Left {@code otp.resends-used}, {@code otp.resend-too-soon} or
         * {@code otp.in-doubt}.
         */
        default Either<KycFailure, Requested> resend(Instant now) {
            if (resendsLeft() == 0) {
                return Either.left(new OtpRejection.ResendsUsed());
            }
            return now.isBefore(resendNotBefore())
                    ? Either.left(rejectTooSoon(Duration.between(now, resendNotBefore())))
                    : Either.right(new Requested(now, resendsLeft() - 1, Optional.of(this)));
        }

        /** When another code can be requested; {@code restart} if never in this session. */
        default RetryAdvice retryAdvice(Instant now) {
            return resendsLeft() == 0
                    ? RetryAdvice.RESTART
                    : RetryAdvice.after(Duration.between(now, resendNotBefore()));
        }

        /** The rejection of a resend that comes too early. */
        default OtpRejection rejectTooSoon(Duration wait) {
            return new OtpRejection.ResendTooSoon(resendNotBefore(), wait);
        }

        @Override
        default Either<KycFailure, Requested> tryResend(Instant now) {
            return resend(now);
        }

        @Override
        default Set<String> allowedActions() {
            return resendsLeft() > 0 ? Set.of("resend-code") : Set.of();
        }
    }

    /** The result of a send that the provider refused because an earlier code is still pending. */
    sealed interface AfterPending extends Resendable permits AwaitingCode, Pending {}

    /** The result of a submission that did not verify the person. */
    sealed interface AfterFailedAttempt extends OtpChallenge permits AwaitingCode, Locked {

        /** The code with the attempts that are left; empty if none is. */
        Optional<AwaitingCode> submittableCode();
    }

    /**
     * The intent to send a code is stored, and the call may be in progress.
     *
     * @param since when the intent was stored
     * @param resendsLeft how many codes may be sent after this one
     * @param previous the state that a call returns to if nothing was sent; empty for the first code
     */
    record Requested(Instant since, int resendsLeft, Optional<Resendable> previous) implements InFlight {

        /** The provider sent a code. It voids all earlier codes. */
        public AwaitingCode sent(ProviderReference reference, OtpPolicy policy, Instant now) {
            return new AwaitingCode(
                    reference, now.plus(policy.life()), policy.attempts(), resendsLeft, now.plus(policy.resendGap()));
        }

        /** The provider will never send a code for this number. */
        public NotSent notSent(NotSentReason reason) {
            return new NotSent(reason);
        }

        /**
         * The provider sent nothing because an earlier code is still pending. That code stays valid if it is known, by the
         * provider's reference or from the previous state.
         *
         * @param known the provider's reference of the earlier code, if it returned one
         * @param wait how long until another can be requested, by the provider's word; at least the gap of the policy
         */
        public AfterPending pending(Optional<ProviderReference> known, OtpPolicy policy, Duration wait, Instant now) {
            Instant notBefore = now.plus(wait.compareTo(policy.resendGap()) > 0 ? wait : policy.resendGap());
            int unspent = previous.map(Resendable::resendsLeft).orElse(resendsLeft);
            Optional<AfterPending> sameCode = previous.flatMap(Resendable::submittableCode)
                    .map(code -> code.stillPending(known.orElse(code.reference), unspent, notBefore));
            // A code from another session starts with all its attempts. That costs the resend: otherwise the person
            // could try one code without limit.
            Optional<AfterPending> foreignCode = known.map(reference ->
                    new AwaitingCode(reference, now.plus(policy.life()), policy.attempts(), resendsLeft, notBefore));
            return sameCode.or(() -> foreignCode).orElseGet(() -> new Pending(unspent, notBefore));
        }

        /** It is unknown whether a code was sent. */
        public InDoubt outcomeUnknown(OtpPolicy policy, Instant now) {
            return new InDoubt(resendsLeft, now.plus(policy.resendGap()));
        }

        /** It is proven that nothing was sent: back to the previous state, the resend not spent. */
        public Optional<Resendable> revert() {
            return previous;
        }

        /**
         * A step that had to come before the send, such as a captcha, failed because of the person: back to the previous state,
         * but the resend is spent. Empty if the previous state is of no use then.
         */
        public Optional<Resendable> revertSpendingResend() {
            return previous.filter(state -> resendsLeft > 0 || state.isUsableWithoutResends())
                    .map(state -> state.withResendsLeft(resendsLeft));
        }

        @Override
        public <R> R match(OpenCases<R> cases) {
            return cases.requested(this);
        }
    }

    /**
     * A code was sent, and the person can submit it.
     *
     * @param reference the provider's reference of this code, needed to verify it
     * @param expiresAt from this instant the code is not submitted any more
     * @param attemptsLeft how many submissions are left, at least one
     */
    record AwaitingCode(
            ProviderReference reference, Instant expiresAt, int attemptsLeft, int resendsLeft, Instant resendNotBefore)
            implements AfterPending, AfterFailedAttempt {

        public AwaitingCode {
            if (attemptsLeft < 1) {
                throw new IllegalArgumentException("without attempts the challenge is locked");
            }
        }

        /** The person submits a code. The attempt is spent now, before the provider is called. Left {@code otp.expired}. */
        public Either<KycFailure, Verifying> submit(Instant now) {
            return now.isBefore(expiresAt)
                    ? Either.right(new Verifying(this, now))
                    : Either.left(expire().rejectSubmission(now));
        }

        /** The code is too old. */
        public Expired expire() {
            return new Expired(resendsLeft, resendNotBefore);
        }

        @Override
        public Either<KycFailure, Verifying> trySubmit(Instant now, SessionRejection wrongState) {
            return submit(now);
        }

        @Override
        public Set<String> allowedActions() {
            Set<String> actions = new TreeSet<>(AfterPending.super.allowedActions());
            actions.add("submit-code");
            return actions;
        }

        @Override
        public Optional<AwaitingCode> submittableCode() {
            return Optional.of(this);
        }

        @Override
        public AwaitingCode withResendsLeft(int resends) {
            return new AwaitingCode(reference, expiresAt, attemptsLeft, resends, resendNotBefore);
        }

        @Override
        public boolean isUsableWithoutResends() {
            return true;
        }

        @Override
        public <R> R match(OpenCases<R> cases) {
            return cases.awaitingCode(this);
        }

        private AwaitingCode stillPending(ProviderReference current, int resends, Instant notBefore) {
            return new AwaitingCode(current, expiresAt, attemptsLeft, resends, notBefore);
        }

        private AwaitingCode withAttemptsLeft(int attempts) {
            return new AwaitingCode(reference, expiresAt, attempts, resendsLeft, resendNotBefore);
        }
    }

    /**
     * The code was submitted to the provider; the attempt is spent.
     *
     * @param previous the challenge as it was before the attempt
     * @param since when the intent was stored
     */
    record Verifying(AwaitingCode previous, Instant since) implements InFlight {

        /** How many submissions are left after this one. */
        public int attemptsLeft() {
            return previous.attemptsLeft - 1;
        }

        /** The provider confirms the person. */
        public Verified right() {
            return new Verified();
        }

        /** The code was wrong: one attempt fewer, or none left. */
        public AfterFailedAttempt wrong() {
            return attemptsLeft() == 0 ? new Locked() : previous.withAttemptsLeft(attemptsLeft());
        }

        /** The verdict is lost. The attempt is not given back: the provider may have counted it. */
        public AfterFailedAttempt outcomeUnknown() {
            return wrong();
        }

        /** It is proven that nothing was sent: the attempt is given back. */
        public AwaitingCode revert() {
            return previous;
        }

        /** The provider says that the code is too old. */
        public Expired expired() {
            return previous.expire();
        }

        @Override
        public <R> R match(OpenCases<R> cases) {
            return cases.verifying(this);
        }
    }

    /** An earlier code, unknown to us, is still pending at the provider. Another can be requested later. */
    record Pending(int resendsLeft, Instant resendNotBefore) implements AfterPending {

        @Override
        public Either<KycFailure, Verifying> trySubmit(Instant now, SessionRejection wrongState) {
            return Either.left(wrongState);
        }

        @Override
        public Optional<AwaitingCode> submittableCode() {
            return Optional.empty();
        }

        @Override
        public Pending withResendsLeft(int resends) {
            return new Pending(resends, resendNotBefore);
        }

        @Override
        public boolean isUsableWithoutResends() {
            return true;
        }

        @Override
        public <R> R match(OpenCases<R> cases) {
            return cases.pending(this);
        }
    }

    /** It is unknown whether a code was sent. Another can be requested later. */
    record InDoubt(int resendsLeft, Instant resendNotBefore) implements Resendable {

        @Override
        public Either<KycFailure, Verifying> trySubmit(Instant now, SessionRejection wrongState) {
            return Either.left(
                    resendsLeft == 0
                            ? new OtpRejection.ResendsUsed()
                            : rejectTooSoon(Duration.between(now, resendNotBefore)));
        }

        @Override
        public OtpRejection rejectTooSoon(Duration wait) {
            return new OtpRejection.InDoubt(resendNotBefore, wait);
        }

        @Override
        public Optional<AwaitingCode> submittableCode() {
            return Optional.empty();
        }

        @Override
        public InDoubt withResendsLeft(int resends) {
            return new InDoubt(resends, resendNotBefore);
        }

        @Override
        public boolean isUsableWithoutResends() {
            return true;
        }

        @Override
        public <R> R match(OpenCases<R> cases) {
            return cases.inDoubt(this);
        }
    }

    /** The code is too old. Another can be requested. */
    record Expired(int resendsLeft, Instant resendNotBefore) implements Resendable {

        @Override
        public Either<KycFailure, Verifying> trySubmit(Instant now, SessionRejection wrongState) {
            return Either.left(rejectSubmission(now));
        }

        @Override
        public Optional<AwaitingCode> submittableCode() {
            return Optional.empty();
        }

        @Override
        public Expired withResendsLeft(int resends) {
            return new Expired(resends, resendNotBefore);
        }

        @Override
        public boolean isUsableWithoutResends() {
            return false;
        }

        @Override
        public <R> R match(OpenCases<R> cases) {
            return cases.expired(this);
        }

        private OtpRejection rejectSubmission(Instant now) {
            Duration wait = Duration.between(now, resendNotBefore);
            return new OtpRejection.Expired(resendNotBefore, wait.isNegative() ? Duration.ZERO : wait);
        }
    }

    /** The provider will never send a code for this number. */
    record NotSent(NotSentReason reason) implements OtpChallenge {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.notSent(this);
        }
    }

    /** All attempts are used. */
    record Locked() implements AfterFailedAttempt {

        @Override
        public Optional<AwaitingCode> submittableCode() {
            return Optional.empty();
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.locked(this);
        }
    }

    /** The provider confirmed the person. */
    record Verified() implements OtpChallenge {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.verified(this);
        }
    }

    /** One method for each state in which a session can wait. */
    interface OpenCases<R> {
        R requested(Requested challenge);

        R awaitingCode(AwaitingCode challenge);

        R verifying(Verifying challenge);

        R pending(Pending challenge);

        R inDoubt(InDoubt challenge);

        R expired(Expired challenge);
    }

    /** One method for each state. */
    interface Cases<R> extends OpenCases<R> {
        R notSent(NotSent challenge);

        R locked(Locked challenge);

        R verified(Verified challenge);
    }
}
