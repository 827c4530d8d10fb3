package dev.kycport.domain.session;

import dev.kycport.domain.captcha.CaptchaChallenge;
import dev.kycport.domain.digilocker.AuthorizationChallenge;
import dev.kycport.domain.otp.OtpChallenge;
import java.time.Duration;
import java.time.Instant;

/**
 * Applies the time that passed since a session was last stored: the session, its captcha image or its code may have expired,
 * the retention of its identity may be over, and the outcome of a provider call may be lost because the process or the store
 * failed before it was stored.
 */
public final class SessionReconciliation implements KycSession.Cases<KycSession> {

    private final Instant now;
    private final Duration callTimeout;
    private final Policies policies;

    private SessionReconciliation(Instant now, Duration callTimeout, Policies policies) {
        this.now = now;
        this.callTimeout = callTimeout;
        this.policies = policies;
    }

    /**
     * The session as it is now; the same object if nothing changed.
     *
     * @param callTimeout how long a provider call can take at most: the outcome of an intent older than this is lost
     * @param policies of the session's provider
     */
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
        return session.captcha().match(new CaptchaReconciliation(session));
    }

    @Override
    public KycSession awaitingOtp(KycSession.AwaitingOtp<?> session) {
        return session.otp().match(new OtpReconciliation(session));
    }

    @Override
    public KycSession awaitingAuthorization(KycSession.AwaitingAuthorization<?> session) {
        return session.authorization().match(new AuthorizationReconciliation(session));
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

    private KycSession expireIfOverdue(KycSession.Live session) {
        return isOverdue(session) ? session.end(EndReason.EXPIRED) : session;
    }

    private boolean isOverdue(KycSession.Live session) {
        return isPast(session.header().expiresAt());
    }

    private boolean isPast(Instant end) {
        return !now.isBefore(end);
    }

    private boolean isLost(Instant since) {
        return isPast(lostAt(since));
    }

    private Instant lostAt(Instant since) {
        return since.plus(callTimeout);
    }

    private final class CaptchaReconciliation implements CaptchaChallenge.OpenCases<KycSession> {

        private final KycSession.AwaitingCaptcha<?> session;

        CaptchaReconciliation(KycSession.AwaitingCaptcha<?> session) {
            this.session = session;
        }

        @Override
        public KycSession requested(CaptchaChallenge.Requested challenge) {
            return isLost(challenge.since()) ? reconcileAgain(session.revert(challenge.revert())) : session;
        }

        @Override
        public KycSession shown(CaptchaChallenge.Shown challenge) {
            return !isOverdue(session) && isPast(challenge.expiresAt())
                    ? reconcileAgain(session.expireImage(challenge.expire()))
                    : expireIfOverdue(session);
        }

        // It is unknown whether the answer was right, so it is unknown whether a code was sent.
        @Override
        public KycSession answered(CaptchaChallenge.Answered challenge) {
            return isLost(challenge.since())
                    ? reconcileAgain(session.continueWithCode(
                            session.otp().outcomeUnknown(policies.otp(), lostAt(challenge.since()))))
                    : session;
        }

        @Override
        public KycSession expired(CaptchaChallenge.Expired challenge) {
            return expireIfOverdue(session);
        }
    }

    private final class OtpReconciliation implements OtpChallenge.OpenCases<KycSession> {

        private final KycSession.AwaitingOtp<?> session;

        OtpReconciliation(KycSession.AwaitingOtp<?> session) {
            this.session = session;
        }

        @Override
        public KycSession requested(OtpChallenge.Requested challenge) {
            return isLost(challenge.since())
                    ? reconcileAgain(session.with(challenge.outcomeUnknown(policies.otp(), lostAt(challenge.since()))))
                    : session;
        }

        @Override
        public KycSession awaitingCode(OtpChallenge.AwaitingCode challenge) {
            return !isOverdue(session) && isPast(challenge.expiresAt())
                    ? session.expireCode(challenge.expire())
                    : expireIfOverdue(session);
        }

        @Override
        public KycSession verifying(OtpChallenge.Verifying challenge) {
            return isLost(challenge.since())
                    ? reconcileAgain(session.recordFailedAttempt(challenge.outcomeUnknown()))
                    : session;
        }

        @Override
        public KycSession pending(OtpChallenge.Pending challenge) {
            return expireIfOverdue(session);
        }

        @Override
        public KycSession inDoubt(OtpChallenge.InDoubt challenge) {
            return expireIfOverdue(session);
        }

        @Override
        public KycSession expired(OtpChallenge.Expired challenge) {
            return expireIfOverdue(session);
        }
    }

    private final class AuthorizationReconciliation implements AuthorizationChallenge.OpenCases<KycSession> {

        private final KycSession.AwaitingAuthorization<?> session;

        AuthorizationReconciliation(KycSession.AwaitingAuthorization<?> session) {
            this.session = session;
        }

        @Override
        public KycSession requested(AuthorizationChallenge.Requested challenge) {
            return isLost(challenge.since()) ? reconcileAgain(session.revert(challenge)) : session;
        }

        @Override
        public KycSession offered(AuthorizationChallenge.Offered challenge) {
            return !isOverdue(session) && isPast(challenge.expiresAt())
                    ? session.expireRequest(challenge.expire())
                    : expireIfOverdue(session);
        }

        @Override
        public KycSession returned(AuthorizationChallenge.Returned challenge) {
            return isLost(challenge.since()) ? reconcileAgain(session.with(challenge.revert())) : session;
        }

        @Override
        public KycSession connected(AuthorizationChallenge.Connected challenge) {
            return expireIfOverdue(session);
        }

        @Override
        public KycSession fetchingDocuments(AuthorizationChallenge.FetchingDocuments challenge) {
            return isLost(challenge.since()) ? reconcileAgain(session.with(challenge.revert())) : session;
        }
    }

    // The state that a lost call returns to may be overdue, too.
    private KycSession reconcileAgain(KycSession session) {
        return session.match(this);
    }
}
