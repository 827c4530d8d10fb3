package dev.kycport.domain.session;

import java.time.Duration;
import java.time.Instant;

/**
 * What has become of a session since it was last touched: its time may be over, its image or code too old, its identity kept
 * long enough, and a call whose outcome was never stored (the process died, or the store did) has to be accounted for. A session
 * to which nothing happened is returned as it is, the same object.
 *
 * @param now when the question is asked
 * @param callTimeout how long a call can take at most: an intent older than this has lost its outcome
 * @param policies of the session's provider
 */
public record SessionReconciliation(Instant now, Duration callTimeout, Policies policies)
        implements KycSession.Cases<KycSession> {

    /** The session as it stands now. */
    public static KycSession reconcile(KycSession session, Instant now, Duration callTimeout, Policies policies) {
        return session.match(new SessionReconciliation(now, callTimeout, policies));
    }

    @Override
    public KycSession opened(KycSession.Opened session) {
        return expireIfOverdue(session);
    }

    @Override
    public KycSession consented(KycSession.Consented session) {
        return expireIfOverdue(session);
    }

    @Override
    public KycSession awaitingCaptcha(KycSession.AwaitingCaptcha<?> session) {
        return session.captcha().match(new CaptchaSettlement(session, this));
    }

    @Override
    public KycSession awaitingOtp(KycSession.AwaitingOtp<?> session) {
        return session.otp().match(new OtpSettlement(session, this));
    }

    @Override
    public KycSession awaitingAuthorization(KycSession.AwaitingAuthorization<?> session) {
        return session.authorization().match(new AuthorizationSettlement(session, this));
    }

    @Override
    public KycSession verified(KycSession.Verified session) {
        return isPast(session.keptUntil()) ? session.complete() : session;
    }

    @Override
    public KycSession completed(KycSession.Completed session) {
        return session;
    }

    @Override
    public KycSession ended(KycSession.Ended session) {
        return session;
    }

    /** The session, or its end if its time is over. */
    KycSession expireIfOverdue(KycSession.Live session) {
        return isPast(session.header().expiresAt()) ? session.end(EndReason.EXPIRED) : session;
    }

    /** What follows once a settled challenge is looked at again. */
    KycSession reconcileAgain(KycSession session) {
        return session.match(this);
    }

    boolean isPast(Instant end) {
        return !now.isBefore(end);
    }

    /** Whether a call that began then has lost its outcome. */
    boolean isLost(Instant since) {
        return isPast(lostAt(since));
    }

    Instant lostAt(Instant since) {
        return since.plus(callTimeout);
    }
}
