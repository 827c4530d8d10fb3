package dev.kycport.app;

import dev.kycport.domain.SessionId;
import dev.kycport.domain.captcha.CaptchaChallenge;
import dev.kycport.domain.consent.ConsentMethod;
import dev.kycport.domain.digilocker.AuthorizationChallenge;
import dev.kycport.domain.otp.OtpChallenge;
import dev.kycport.domain.session.KycSession;

/** Somebody who does what the state of a session invites to, again and again, until it is over. */
final class SimulatedPerson implements KycSession.Cases<Object> {

    private static final int MAX_STEPS = 60;

    private final Harness harness;
    private final SessionId id;
    private final String code;

    private SimulatedPerson(Harness harness, SessionId id, String code) {
        this.harness = harness;
        this.id = id;
        this.code = code;
    }

    /** Carries on and types this code whenever one is asked for. */
    static KycSession finish(Harness harness, SessionId id, String code) {
        SimulatedPerson simulatedPerson = new SimulatedPerson(harness, id, code);
        for (int i = 0; i < MAX_STEPS && harness.find(id) instanceof KycSession.Live; i++) {
            harness.find(id).match(simulatedPerson);
        }
        return harness.find(id);
    }

    @Override
    public Object opened(KycSession.Opened session) {
        return harness.service.giveConsent(id, ConsentMethod.CHECKBOX);
    }

    @Override
    public Object consented(KycSession.Consented session) {
        return switch (session.header().flow()) {
            case DIRECT_OTP -> harness.service.startDirectOtp(id, TestInputs.number(TestInputs.SENT));
            case CAPTCHA_OTP -> harness.service.startCaptcha(id);
            case DIGILOCKER -> harness.offer(id);
        };
    }

    @Override
    public Object awaitingCaptcha(KycSession.AwaitingCaptcha<?> session) {
        if (session.captcha() instanceof CaptchaChallenge.Shown) {
            return harness.answer(id, harness.captchaText());
        }
        return session.captcha() instanceof CaptchaChallenge.Expired
                ? harness.service.reloadCaptcha(id)
                : waitForTimeout();
    }

    @Override
    public Object awaitingOtp(KycSession.AwaitingOtp<?> session) {
        if (session.otp() instanceof OtpChallenge.AwaitingCode) {
            return harness.submit(id, code);
        }
        return session.otp() instanceof OtpChallenge.Resendable ? resend() : waitForTimeout();
    }

    @Override
    public Object awaitingAuthorization(KycSession.AwaitingAuthorization<?> session) {
        if (session.authorization() instanceof AuthorizationChallenge.Offered) {
            return harness.returnFromDigiLocker(id, "code=granted");
        }
        return session.authorization() instanceof AuthorizationChallenge.Connected
                ? harness.service.fetchDocuments(id)
                : waitForTimeout();
    }

    @Override
    public Object verified(KycSession.Verified session) {
        return session;
    }

    @Override
    public Object completed(KycSession.Completed session) {
        return session;
    }

    @Override
    public Object ended(KycSession.Ended session) {
        return session;
    }

    private Object resend() {
        harness.pass(Harness.GAP);
        return harness.service.resend(id, TestInputs.number(TestInputs.SENT));
    }

    private Object waitForTimeout() {
        harness.pass(harness.provider.callTimeout());
        return id;
    }
}
