package dev.kycport.domain.otp;

import dev.kycport.domain.ProviderReference;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.failure.OtpRejection;
import dev.kycport.domain.failure.RetryAdvice;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The one-time code on its way to a phone and back. The happy way is {@code Requested} → {@code AwaitingCode} →
 * {@code Judging} → {@code Verified}. Every submission spends its attempt before the provider is asked; a send whose outcome
 * is unknown is a state of its own, {@code InDoubt}.
 */
public sealed interface OtpChallenge {

    /** The answer that fits the state. */
    <R> R match(Cases<R> cases);

    /** The first state: a code is to be sent. */
    static Requested request(OtpPolicy policy, Instant now) {
        return new Requested(now, policy.resends(), Optional.empty());
    }

    /** A state in which a session can wait; the others end it. */
    sealed interface Open extends OtpChallenge permits Requested, Verifying, Resendable {

        /** The answer that fits the state. */
        <R> R match(OpenCases<R> cases);

        @Override
        default <R> R match(Cases<R> cases) {
            return match((OpenCases<R>) cases);
        }
    }

    /** A state from which another code can be sent, once its time has come and while resends are left. */
    sealed interface Resendable extends Open permits AfterPending, InDoubt, Expired {

        /** How many further codes may be sent. */
        int resendsLeft();

        /** Before this instant no further code is sent. */
        Instant resendNotBefore();

        /** The person asks for another code, which costs a resend. */
        default Either<KycFailure, Requested> resend(Instant now) {
            if (resendsLeft() == 0) {
                return Either.left(new OtpRejection.ResendsUsed());
            }
            return now.isBefore(resendNotBefore())
                    ? Either.left(rejectTooSoon(Duration.between(now, resendNotBefore())))
                    : Either.right(new Requested(now, resendsLeft() - 1, Optional.of(this)));
        }

        /** When asking for another code helps, if ever in this session. */
        default RetryAdvice retryAdvice(Instant now) {
            return resendsLeft() == 0
                    ? RetryAdvice.RESTART
                    : RetryAdvice.after(Duration.between(now, resendNotBefore()));
        }

        /** The refusal of a resend before its time. */
        default OtpRejection rejectTooSoon(Duration wait) {
            return new OtpRejection.ResendTooSoon(resendNotBefore(), wait);
        }
    }

    /** What a provider that is still busy with an earlier code leads to. */
    sealed interface AfterPending extends Resendable permits AwaitingCode, Pending {}

    /** What a try at the code that did not verify leads to. */
    sealed interface AfterFailedAttempt extends OtpChallenge permits AwaitingCode, Locked {}

    /**
     * The intent to send a code is stored and the call may be under way.
     *
     * @param since when the intent was stored
     * @param resendsLeft how many codes may be sent after this one
     * @param previous where a call that proves nothing was sent leads back to; empty for the first code
     */
    record Requested(Instant since, int resendsLeft, Optional<Resendable> previous) implements Open {

        /** The provider sent a code, which voids every earlier one. */
        public AwaitingCode sent(ProviderReference reference, OtpPolicy policy, Instant now) {
            return new AwaitingCode(
                    reference, now.plus(policy.life()), policy.attempts(), resendsLeft, now.plus(policy.resendGap()));
        }

        /** The provider will never send a code for this number. */
        public NotSent notSent(NotSentReason reason) {
            return new NotSent(reason);
        }

        /**
         * The provider sent nothing because an earlier code is still pending. That code goes on to count if we know it: by the
         * reference the provider gave, or from the state before.
         *
         * @param known the provider's reference of the earlier code, if it told one
         * @param wait how long until another can be asked for by the provider's word; at least the gap of the policy
         */
        public AfterPending pending(Optional<ProviderReference> known, OtpPolicy policy, Duration wait, Instant now) {
            Instant notBefore = now.plus(wait.compareTo(policy.resendGap()) > 0 ? wait : policy.resendGap());
            int unspent = previous.map(Resendable::resendsLeft).orElse(resendsLeft);
            if (previous.isPresent() && previous.get() instanceof AwaitingCode awaiting) {
                return new AwaitingCode(
                        known.orElse(awaiting.reference),
                        awaiting.expiresAt,
                        awaiting.attemptsLeft,
                        unspent,
                        notBefore);
            }
            // Fresh attempts cost the resend, or an earlier code could be tried for ever.
            return known.<AfterPending>map(code ->
                            new AwaitingCode(code, now.plus(policy.life()), policy.attempts(), resendsLeft, notBefore))
                    .orElseGet(() -> new Pending(unspent, notBefore));
        }

        /** Nobody knows whether a code went out. */
        public InDoubt outcomeUnknown(OtpPolicy policy, Instant now) {
            return new InDoubt(resendsLeft, now.plus(policy.resendGap()));
        }

        /** It is proven that nothing was sent: everything is as it was before, the resend unspent. */
        public Optional<Resendable> revert() {
            return previous;
        }

        /**
         * What had to come first, such as a captcha, came to nothing by the person's doing: everything is as it was before, but
         * the resend is spent. Empty if that leaves nothing to be done.
         */
        public Optional<Resendable> revertSpendingResend() {
            return previous.filter(code -> resendsLeft > 0 || !(code instanceof Expired))
                    .map(this::withoutResend);
        }

        @Override
        public <R> R match(OpenCases<R> cases) {
            return cases.requested(this);
        }

        private Resendable withoutResend(Resendable code) {
            Instant notBefore = code.resendNotBefore();
            if (code instanceof AwaitingCode sent) {
                return new AwaitingCode(sent.reference, sent.expiresAt, sent.attemptsLeft, resendsLeft, notBefore);
            }
            if (code instanceof Pending) {
                return new Pending(resendsLeft, notBefore);
            }
            return code instanceof InDoubt ? new InDoubt(resendsLeft, notBefore) : new Expired(resendsLeft, notBefore);
        }
    }

    /**
     * A code is on its way or in the person's hands.
     *
     * @param reference what the provider calls this code; needed to verify it
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

        /** The person submits a code; the attempt is spent now, before anyone is asked. */
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
        public <R> R match(OpenCases<R> cases) {
            return cases.awaitingCode(this);
        }
    }

    /**
     * The code is at the provider; the attempt is spent.
     *
     * @param previous the challenge as it was before the attempt
     * @param since when the intent was stored
     */
    record Verifying(AwaitingCode previous, Instant since) implements Open {

        /** How many submissions are left after this one. */
        public int attemptsLeft() {
            return previous.attemptsLeft - 1;
        }

        /** The provider vouches for the person. */
        public Verified right() {
            return new Verified();
        }

        /** The code was wrong: one attempt fewer, or none left. */
        public AfterFailedAttempt wrong() {
            return attemptsLeft() == 0
                    ? new Locked()
                    : new AwaitingCode(
                            previous.reference,
                            previous.expiresAt,
                            attemptsLeft(),
                            previous.resendsLeft,
                            previous.resendNotBefore);
        }

        /** The verdict is lost, the attempt is not given back: the provider may have counted it. */
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

    /** An earlier code, unknown to us, is still pending at the provider; another can be asked for later. */
    record Pending(int resendsLeft, Instant resendNotBefore) implements AfterPending {
        @Override
        public <R> R match(OpenCases<R> cases) {
            return cases.pending(this);
        }
    }

    /** Nobody knows whether a code went out: neither a failure nor a success. Another can be asked for later. */
    record InDoubt(int resendsLeft, Instant resendNotBefore) implements Resendable {

        /** The refusal of a submission: there is nothing to check it against. */
        public OtpRejection rejectSubmission(Instant now) {
            return resendsLeft == 0
                    ? new OtpRejection.ResendsUsed()
                    : rejectTooSoon(Duration.between(now, resendNotBefore));
        }

        @Override
        public OtpRejection rejectTooSoon(Duration wait) {
            return new OtpRejection.InDoubt(resendNotBefore, wait);
        }

        @Override
        public <R> R match(OpenCases<R> cases) {
            return cases.inDoubt(this);
        }
    }

    /** The code is too old; another can be asked for. */
    record Expired(int resendsLeft, Instant resendNotBefore) implements Resendable {

        /** The refusal of a submission that comes too late. */
        public OtpRejection rejectSubmission(Instant now) {
            Duration wait = Duration.between(now, resendNotBefore);
            return new OtpRejection.Expired(resendNotBefore, wait.isNegative() ? Duration.ZERO : wait);
        }

        @Override
        public <R> R match(OpenCases<R> cases) {
            return cases.expired(this);
        }
    }

    /** The provider will never send a code for this number. */
    record NotSent(NotSentReason reason) implements OtpChallenge {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.notSent(this);
        }
    }

    /** Every attempt is used. */
    record Locked() implements AfterFailedAttempt {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.locked(this);
        }
    }

    /** The provider vouches for the person. */
    record Verified() implements OtpChallenge {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.verified(this);
        }
    }

    /** One answer a state in which a session can wait. */
    interface OpenCases<R> {
        R requested(Requested challenge);

        R awaitingCode(AwaitingCode challenge);

        R verifying(Verifying challenge);

        R pending(Pending challenge);

        R inDoubt(InDoubt challenge);

        R expired(Expired challenge);
    }

    /** One answer a state. */
    interface Cases<R> extends OpenCases<R> {
        R notSent(NotSent challenge);

        R locked(Locked challenge);

        R verified(Verified challenge);
    }
}
