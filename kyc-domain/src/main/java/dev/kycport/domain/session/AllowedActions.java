package dev.kycport.domain.session;

import dev.kycport.domain.captcha.CaptchaChallenge;
import dev.kycport.domain.digilocker.AuthorizationChallenge;
import dev.kycport.domain.otp.OtpChallenge;
import java.util.Set;
import java.util.TreeSet;

/** What a person or a host can do next, by name. While a call is under way they can only stop. */
enum AllowedActions implements KycSession.Cases<Set<String>> {
    ALLOWED_ACTIONS;

    private static final String CANCEL = "cancel";

    @Override
    public Set<String> opened(KycSession.Opened session) {
        return Set.of("give-consent", "decline-consent", CANCEL);
    }

    @Override
    public Set<String> consented(KycSession.Consented session) {
        return Set.of("start-" + session.header().flow().code(), CANCEL);
    }

    @Override
    public Set<String> awaitingCaptcha(KycSession.AwaitingCaptcha<?> session) {
        Set<String> moves = new TreeSet<>(Set.of(CANCEL));
        if (session.captcha() instanceof CaptchaChallenge.Shown) {
            moves.add("submit-captcha");
        }
        if (session.captcha() instanceof CaptchaChallenge.Refreshable image && image.refreshesLeft() > 0) {
            moves.add("reload-captcha");
        }
        return moves;
    }

    @Override
    public Set<String> awaitingOtp(KycSession.AwaitingOtp<?> session) {
        Set<String> moves = new TreeSet<>(Set.of(CANCEL));
        if (session.otp() instanceof OtpChallenge.AwaitingCode) {
            moves.add("submit-code");
        }
        if (session.otp() instanceof OtpChallenge.Resendable code && code.resendsLeft() > 0) {
            moves.add("resend");
        }
        return moves;
    }

    @Override
    public Set<String> awaitingAuthorization(KycSession.AwaitingAuthorization<?> session) {
        Set<String> moves = new TreeSet<>(Set.of(CANCEL));
        if (session.authorization() instanceof AuthorizationChallenge.Offered) {
            moves.add("take-up-return");
        }
        if (session.authorization() instanceof AuthorizationChallenge.Connected) {
            moves.add("collect");
        }
        return moves;
    }

    @Override
    public Set<String> verified(KycSession.Verified session) {
        return Set.of("complete");
    }

    @Override
    public Set<String> completed(KycSession.Completed session) {
        return Set.of();
    }

    @Override
    public Set<String> ended(KycSession.Ended session) {
        return Set.of();
    }
}
