package dev.kycport.app.internal.usecase;

import dev.kycport.app.internal.session.CallOutcome;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.failure.VerdictCode;
import dev.kycport.domain.otp.OtpChallenge;
import dev.kycport.domain.otp.OtpPolicy;
import dev.kycport.domain.session.KycSession;
import dev.kycport.ports.gateway.SendVerdict;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;

/** What a verdict on sending a code makes of a session, whichever state it was sent from. */
class SendOutcome implements SendVerdict.Cases<CallOutcome> {

    private final OtpChallenge.Requested otp;
    private final OtpPolicy policy;
    private final Instant now;
    private final Function<OtpChallenge.Resendable, KycSession> waiting;
    private final Function<OtpChallenge.NotSent, KycSession> ineligible;

    SendOutcome(
            OtpChallenge.Requested otp,
            OtpPolicy policy,
            Instant now,
            Function<OtpChallenge.Resendable, KycSession> waiting,
            Function<OtpChallenge.NotSent, KycSession> ineligible) {
        this.otp = otp;
        this.policy = policy;
        this.now = now;
        this.waiting = waiting;
        this.ineligible = ineligible;
    }

    @Override
    public CallOutcome sent(SendVerdict.CodeSent verdict) {
        return CallOutcome.of(waiting.apply(otp.sent(verdict.reference(), policy, now)));
    }

    @Override
    public CallOutcome notSent(SendVerdict.CodeNotSent verdict) {
        KycSession ended = ineligible.apply(otp.notSent(verdict.reason()));
        return CallOutcome.of(ended, verdict.reason().verdict().report());
    }

    @Override
    public CallOutcome pending(SendVerdict.CodePending verdict) {
        Duration wait = verdict.retryAfter().orElse(Duration.ZERO);
        OtpChallenge.AfterPending afterPending = otp.pending(verdict.reference(), policy, wait, now);
        return CallOutcome.of(
                waiting.apply(afterPending), VerdictCode.CODE_PENDING.report(afterPending.retryAdvice(now)));
    }

    /** Nobody knows whether a code went out, and asking at once is refused: the failure by itself would advise it. */
    CallOutcome lost(ProviderFailure failure) {
        OtpChallenge.InDoubt doubt = otp.outcomeUnknown(policy, now);
        return CallOutcome.of(waiting.apply(doubt), failure.withRetryAdvice(doubt.retryAdvice(now)));
    }
}
