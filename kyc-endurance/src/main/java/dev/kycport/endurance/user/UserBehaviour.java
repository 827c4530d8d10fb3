package dev.kycport.endurance.user;

import dev.kycport.domain.captcha.CaptchaSnapshot;
import dev.kycport.domain.digilocker.AuthorizationSnapshot;
import dev.kycport.domain.otp.OtpSnapshot;
import dev.kycport.domain.session.KycSession;
import dev.kycport.domain.session.SessionSnapshot;
import java.util.Optional;
import java.util.Random;

/** Chooses the next step of a user; empty if the user can only wait. */
public interface UserBehaviour {

    Optional<UserStep> next(KycSession session);

    /** Takes the shortest way to the identity. */
    static UserBehaviour direct() {
        return session -> forwardStep(SessionSnapshot.of(session));
    }

    /** Mostly goes on, but often types wrong values, asks again, cancels or withdraws. */
    static UserBehaviour random(Random random) {
        return session -> {
            SessionSnapshot snapshot = SessionSnapshot.of(session);
            int percent = random.nextInt(100);
            if (snapshot.state().code().equals("verified")) {
                return Optional.of(percent < 15 ? UserStep.WITHDRAW_CONSENT : UserStep.COMPLETE)
                        .filter(step -> percent < 60);
            }
            if (percent < 4) {
                return percent < 2 ? Optional.of(UserStep.CANCEL) : Optional.of(UserStep.WITHDRAW_CONSENT);
            }
            return forwardStep(snapshot).map(step -> randomize(step, random.nextInt(100)));
        };
    }

    private static Optional<UserStep> forwardStep(SessionSnapshot snapshot) {
        return switch (snapshot.state().code()) {
            case "opened" -> Optional.of(UserStep.GIVE_CONSENT);
            case "consented" -> Optional.of(UserStep.START_FLOW);
            case "awaiting-captcha" -> snapshot.captcha().flatMap(UserBehaviour::captcha);
            case "awaiting-otp" -> snapshot.otp().flatMap(UserBehaviour::otp);
            case "awaiting-authorization" -> snapshot.authorization().flatMap(UserBehaviour::authorization);
            default -> Optional.empty();
        };
    }

    private static Optional<UserStep> captcha(CaptchaSnapshot captcha) {
        return switch (captcha.kind()) {
            case SHOWN -> Optional.of(UserStep.SUBMIT_RIGHT_CAPTCHA);
            case EXPIRED -> Optional.of(UserStep.RELOAD_CAPTCHA);
            case REQUESTED, ANSWERED -> Optional.empty();
        };
    }

    private static Optional<UserStep> otp(OtpSnapshot otp) {
        return switch (otp.kind()) {
            case AWAITING_CODE -> Optional.of(UserStep.SUBMIT_RIGHT_CODE);
            case PENDING, IN_DOUBT, EXPIRED -> Optional.of(UserStep.RESEND_CODE);
            case REQUESTED, JUDGING -> Optional.empty();
        };
    }

    private static Optional<UserStep> authorization(AuthorizationSnapshot authorization) {
        return switch (authorization.kind()) {
            case OFFERED -> Optional.of(UserStep.RETURN_GRANTED);
            case CONNECTED -> Optional.of(UserStep.FETCH_DOCUMENTS);
            case REQUESTED, RETURNED, COLLECTING -> Optional.empty();
        };
    }

    private static UserStep randomize(UserStep step, int percent) {
        return switch (step) {
            case GIVE_CONSENT -> percent < 3 ? UserStep.DECLINE_CONSENT : step;
            case SUBMIT_RIGHT_CAPTCHA ->
                percent < 20 ? UserStep.SUBMIT_WRONG_CAPTCHA : percent < 35 ? UserStep.RELOAD_CAPTCHA : step;
            case SUBMIT_RIGHT_CODE ->
                percent < 40 ? UserStep.SUBMIT_WRONG_CODE : percent < 55 ? UserStep.RESEND_CODE : step;
            case RETURN_GRANTED ->
                percent < 5 ? UserStep.RETURN_DENIED : percent < 15 ? UserStep.RETURN_FOREIGN_STATE : step;
            default -> step;
        };
    }
}
