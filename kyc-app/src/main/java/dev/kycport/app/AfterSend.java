package dev.kycport.app;

import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.failure.VerdictCode;
import dev.kycport.domain.otp.OtpChallenge;
import dev.kycport.domain.otp.OtpPolicy;
import dev.kycport.domain.session.KycSession;
import dev.kycport.ports.SendVerdict;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;

/** What a verdict on sending a code makes of a session, whichever state it was sent from. */
class AfterSend implements SendVerdict.Cases<Outcome> {

    private final OtpChallenge.Requested otp;
    private final OtpPolicy policy;
    private final Instant now;
    private final Function<OtpChallenge.Resendable, KycSession> waiting;
    private final Function<OtpChallenge.NotSent, KycSession> ineligible;

    AfterSend(
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
    public Outcome sent(SendVerdict.CodeSent verdict) {
        return Outcome.of(waiting.apply(otp.sent(verdict.reference(), policy, now)));
    }

    @Override
    public Outcome notSent(SendVerdict.CodeNotSent verdict) {
        KycSession ended = ineligible.apply(otp.notSent(verdict.reason()));
        return Outcome.of(ended, verdict.reason().verdict().report());
    }

    @Override
    public Outcome pending(SendVerdict.CodePending verdict) {
        Duration wait = verdict.retryAfter().orElse(Duration.ZERO);
        OtpChallenge.Held held = otp.pending(verdict.reference(), policy, wait, now);
        return Outcome.of(waiting.apply(held), VerdictCode.CODE_PENDING.report(held.advice(now)));
    }

    /** Nobody knows whether a code went out, and asking at once is refused: the failure by itself would advise it. */
    Outcome lost(ProviderFailure failure) {
        OtpChallenge.InDoubt doubt = otp.lost(policy, now);
        return Outcome.of(waiting.apply(doubt), failure.advising(doubt.advice(now)));
    }
}
