package dev.kycport.domain.session;

import dev.kycport.domain.captcha.CaptchaSnapshot;
import dev.kycport.domain.digilocker.AuthorizationSnapshot;
import dev.kycport.domain.otp.OtpSnapshot;

/** The stored form of each state. */
enum SnapshotCases implements KycSession.Cases<SessionSnapshot> {
    SESSION;

    @Override
    public SessionSnapshot opened(KycSession.Opened session) {
        return SessionSnapshot.withoutParts(session);
    }

    @Override
    public SessionSnapshot consented(KycSession.Consented session) {
        return SessionSnapshot.withoutParts(session);
    }

    @Override
    public SessionSnapshot awaitingCaptcha(KycSession.AwaitingCaptcha<?> session) {
        return SessionSnapshot.withoutParts(session)
                .with(CaptchaSnapshot.of(session.captcha()))
                .with(OtpSnapshot.of(session.otp()));
    }

    @Override
    public SessionSnapshot awaitingOtp(KycSession.AwaitingOtp<?> session) {
        return SessionSnapshot.withoutParts(session).with(OtpSnapshot.of(session.otp()));
    }

    @Override
    public SessionSnapshot awaitingAuthorization(KycSession.AwaitingAuthorization<?> session) {
        return SessionSnapshot.withoutParts(session).with(AuthorizationSnapshot.of(session.authorization()));
    }

    @Override
    public SessionSnapshot verified(KycSession.Verified session) {
        return SessionSnapshot.withoutParts(session).with(session.identity(), session.keptUntil());
    }

    @Override
    public SessionSnapshot completed(KycSession.Completed session) {
        return SessionSnapshot.withoutParts(session).with(session.assurance());
    }

    @Override
    public SessionSnapshot ended(KycSession.Ended session) {
        return SessionSnapshot.withoutParts(session).with(session.reason());
    }
}
