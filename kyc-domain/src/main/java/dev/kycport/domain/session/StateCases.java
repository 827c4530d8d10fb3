package dev.kycport.domain.session;

/** The name of a session's state. */
enum StateCases implements KycSession.Cases<SessionState> {
    SESSION;

    @Override
    public SessionState opened(KycSession.Opened session) {
        return SessionState.OPENED;
    }

    @Override
    public SessionState consented(KycSession.Consented session) {
        return SessionState.CONSENTED;
    }

    @Override
    public SessionState awaitingCaptcha(KycSession.AwaitingCaptcha<?> session) {
        return SessionState.AWAITING_CAPTCHA;
    }

    @Override
    public SessionState awaitingOtp(KycSession.AwaitingOtp<?> session) {
        return SessionState.AWAITING_OTP;
    }

    @Override
    public SessionState awaitingAuthorization(KycSession.AwaitingAuthorization<?> session) {
        return SessionState.AWAITING_AUTHORIZATION;
    }

    @Override
    public SessionState verified(KycSession.Verified session) {
        return SessionState.VERIFIED;
    }

    @Override
    public SessionState completed(KycSession.Completed session) {
        return SessionState.COMPLETED;
    }

    @Override
    public SessionState ended(KycSession.Ended session) {
        return SessionState.ENDED;
    }
}
