package dev.kycport.endurance;

import dev.kycport.domain.captcha.CaptchaSnapshot;
import dev.kycport.domain.digilocker.AuthorizationSnapshot;
import dev.kycport.domain.otp.OtpSnapshot;
import dev.kycport.domain.session.KycSession;
import dev.kycport.domain.session.SessionSnapshot;
import java.util.Optional;
import java.util.Random;

/** What a person does next; nothing if there is nothing to do but wait. */
interface Choice {

    Optional<Step> next(KycSession session);

    /** Goes straight to the identity. */
    static Choice straight() {
        return session -> onward(SessionSnapshot.of(session));
    }

    /** Mostly goes on, errs often, asks again, and now and then has enough. */
    static Choice whimsical(Random random) {
        return session -> {
            SessionSnapshot now = SessionSnapshot.of(session);
            int whim = random.nextInt(100);
            if (now.state().code().equals("verified")) {
                return Optional.of(whim < 15 ? Step.WITHDRAW : Step.COMPLETE).filter(step -> whim < 60);
            }
            if (whim < 4) {
                return whim < 2 ? Optional.of(Step.CANCEL) : Optional.of(Step.WITHDRAW);
            }
            return onward(now).map(step -> astray(step, random.nextInt(100)));
        };
    }

    private static Optional<Step> onward(SessionSnapshot now) {
        return switch (now.state().code()) {
            case "opened" -> Optional.of(Step.AGREE);
            case "consented" -> Optional.of(Step.START);
            case "awaiting-captcha" -> now.captcha().flatMap(Choice::captcha);
            case "awaiting-otp" -> now.otp().flatMap(Choice::otp);
            case "awaiting-authorization" -> now.authorization().flatMap(Choice::authorization);
            default -> Optional.empty();
        };
    }

    private static Optional<Step> captcha(CaptchaSnapshot captcha) {
        return switch (captcha.kind()) {
            case SHOWN -> Optional.of(Step.ANSWER_RIGHT);
            case EXPIRED -> Optional.of(Step.RELOAD);
            case REQUESTED, ANSWERED -> Optional.empty();
        };
    }

    private static Optional<Step> otp(OtpSnapshot otp) {
        return switch (otp.kind()) {
            case AWAITING_CODE -> Optional.of(Step.SUBMIT_RIGHT);
            case PENDING, IN_DOUBT, EXPIRED -> Optional.of(Step.RESEND);
            case REQUESTED, JUDGING -> Optional.empty();
        };
    }

    private static Optional<Step> authorization(AuthorizationSnapshot authorization) {
        return switch (authorization.kind()) {
            case OFFERED -> Optional.of(Step.COME_BACK);
            case CONNECTED -> Optional.of(Step.COLLECT);
            case REQUESTED, RETURNED, COLLECTING -> Optional.empty();
        };
    }

    private static Step astray(Step step, int whim) {
        return switch (step) {
            case AGREE -> whim < 3 ? Step.DECLINE : step;
            case ANSWER_RIGHT -> whim < 20 ? Step.ANSWER_WRONG : whim < 35 ? Step.RELOAD : step;
            case SUBMIT_RIGHT -> whim < 40 ? Step.SUBMIT_WRONG : whim < 55 ? Step.RESEND : step;
            case COME_BACK -> whim < 5 ? Step.COME_BACK_REFUSED : whim < 15 ? Step.COME_BACK_FOREIGN : step;
            default -> step;
        };
    }
}
