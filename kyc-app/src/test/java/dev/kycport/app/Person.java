package dev.kycport.app;

import dev.kycport.domain.SessionId;
import dev.kycport.domain.captcha.CaptchaChallenge;
import dev.kycport.domain.consent.ConsentMethod;
import dev.kycport.domain.digilocker.AuthorizationChallenge;
import dev.kycport.domain.otp.OtpChallenge;
import dev.kycport.domain.session.KycSession;

/** Somebody who does what the state of a session invites to, again and again, until it is over. */
final class Person implements KycSession.Cases<Object> {

    private static final int MOST_STEPS = 60;

    private final World world;
    private final SessionId id;
    private final String code;

    private Person(World world, SessionId id, String code) {
        this.world = world;
        this.id = id;
        this.code = code;
    }

    /** Carries on and types this code whenever one is asked for. */
    static KycSession carryOn(World world, SessionId id, String code) {
        Person person = new Person(world, id, code);
        for (int i = 0; i < MOST_STEPS && world.look(id) instanceof KycSession.Live; i++) {
            world.look(id).match(person);
        }
        return world.look(id);
    }

    @Override
    public Object opened(KycSession.Opened session) {
        return world.service.giveConsent(id, ConsentMethod.CHECKBOX);
    }

    @Override
    public Object consented(KycSession.Consented session) {
        return switch (session.dossier().flow()) {
            case DIRECT_OTP -> world.service.startDirect(id, Typed.number(Typed.SENT));
            case CAPTCHA_OTP -> world.service.startCaptcha(id);
            case DIGILOCKER -> world.offer(id);
        };
    }

    @Override
    public Object awaitingCaptcha(KycSession.AwaitingCaptcha<?> session) {
        if (session.captcha() instanceof CaptchaChallenge.Shown) {
            return world.answer(id, world.drawn());
        }
        return session.captcha() instanceof CaptchaChallenge.Expired ? world.service.reloadCaptcha(id) : patience();
    }

    @Override
    public Object awaitingOtp(KycSession.AwaitingOtp<?> session) {
        if (session.otp() instanceof OtpChallenge.AwaitingCode) {
            return world.submit(id, code);
        }
        return session.otp() instanceof OtpChallenge.Resendable ? resend() : patience();
    }

    @Override
    public Object awaitingAuthorization(KycSession.AwaitingAuthorization<?> session) {
        if (session.authorization() instanceof AuthorizationChallenge.Offered) {
            return world.comeBack(id, "code=granted");
        }
        return session.authorization() instanceof AuthorizationChallenge.Connected
                ? world.service.collect(id)
                : patience();
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
        world.pass(World.GAP);
        return world.service.resend(id, Typed.number(Typed.SENT));
    }

    private Object patience() {
        world.pass(world.provider.patience());
        return id;
    }
}
