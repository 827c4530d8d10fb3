package dev.kycport.app.internal.usecase;

import dev.kycport.app.internal.call.GatewayCall;
import dev.kycport.app.internal.session.CallOutcome;
import dev.kycport.app.step.KycEnvironment;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.failure.VerdictCode;
import dev.kycport.domain.identity.IdentityNumber;
import dev.kycport.domain.otp.OtpChallenge;
import dev.kycport.domain.otp.OtpPolicy;
import dev.kycport.domain.session.KycSession;
import dev.kycport.ports.gateway.CaptchaSendVerdict;
import dev.kycport.ports.gateway.SendVerdict;
import dev.kycport.ports.store.StepWrites;
import java.time.Duration;
import java.time.Instant;

/**
 * A call that sends a code to the mobile linked to a number. The number is reserved meanwhile, and afterwards for as long as a
 * code may be on its way: of all sessions with the same number, on all nodes, one at a time has a code sent, and the others are
 * rejected before a provider is asked. Both OTP flows use this; they differ in how the provider is asked and in the state that
 * the session is in meanwhile.
 *
 * @param <V> what the provider concludes
 */
abstract class SendCodeCall<V extends CaptchaSendVerdict> implements GatewayCall<V>, SendVerdict.Cases<CallOutcome> {

    private final IdentityNumber number;
    private final OtpPolicy policy;
    private final Duration callTimeout;
    private final KycEnvironment environment;

    /** A call to a provider with these policies, which takes at most that long. */
    SendCodeCall(IdentityNumber number, OtpPolicy policy, Duration callTimeout, KycEnvironment environment) {
        this.number = number;
        this.policy = policy;
        this.callTimeout = callTimeout;
        this.environment = environment;
    }

    /** The number that the code goes to. */
    final IdentityNumber number() {
        return number;
    }

    /** The code that was asked for. */
    abstract OtpChallenge.Requested otp();

    /** The session that waits for the code, or for another one. */
    abstract KycSession waiting(OtpChallenge.Resendable code);

    /** The session whose number never gets a code. */
    abstract KycSession ineligible(OtpChallenge.NotSent notSent);

    /** The session after a failure that left no code in doubt: as it was before the call, if the failure proves that nothing was sent. */
    abstract CallOutcome notDelivered(ProviderFailure failure);

    /** Reserves the number as long as the session itself would wait, and at least while the call can be in flight. */
    final StepWrites.Reserve reservation() {
        Instant now = environment.now();
        Duration gap = policy.resendGap();
        return new StepWrites.Reserve(number, now, now.plus(gap.compareTo(callTimeout) > 0 ? gap : callTimeout));
    }

    /** Frees the number, because no code was sent. */
    final CallOutcome release(CallOutcome outcome) {
        return outcome.with(new StepWrites.Release(number));
    }

    @Override
    public final CallOutcome failed(ProviderFailure failure) {
        return failure.mayHaveBeenDelivered() ? inDoubt(failure) : release(notDelivered(failure));
    }

    @Override
    public final CallOutcome sent(SendVerdict.CodeSent verdict) {
        return extend(CallOutcome.of(waiting(otp().sent(verdict.reference(), policy, environment.now()))));
    }

    @Override
    public final CallOutcome notSent(SendVerdict.CodeNotSent verdict) {
        KycSession ended = ineligible(otp().notSent(verdict.reason()));
        return release(CallOutcome.of(ended, verdict.reason().verdict().report()));
    }

    // Another session would pay for the same answer.
    @Override
    public final CallOutcome pending(SendVerdict.CodePending verdict) {
        Instant now = environment.now();
        Duration wait = verdict.retryAfter().orElse(Duration.ZERO);
        OtpChallenge.AfterPending code = otp().pending(verdict.reference(), policy, wait, now);
        return extend(CallOutcome.of(waiting(code), VerdictCode.CODE_PENDING.report(code.retryAdvice(now))));
    }

    // A code may be on its way, and asking again at once is refused, although the failure by itself would advise it.
    private CallOutcome inDoubt(ProviderFailure failure) {
        Instant now = environment.now();
        OtpChallenge.InDoubt code = otp().outcomeUnknown(policy, now);
        return extend(CallOutcome.of(waiting(code), failure.withRetryAdvice(code.retryAdvice(now))));
    }

    // As long as the session itself waits before another code.
    private CallOutcome extend(CallOutcome outcome) {
        Instant now = environment.now();
        return outcome.next() instanceof KycSession.AwaitingOtp<?> waiting
                        && waiting.otp() instanceof OtpChallenge.Resendable code
                        && code.resendNotBefore().isAfter(now)
                ? outcome.with(new StepWrites.Extend(number, now, code.resendNotBefore()))
                : outcome;
    }
}
