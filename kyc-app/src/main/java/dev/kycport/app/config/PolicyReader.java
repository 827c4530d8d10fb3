package dev.kycport.app.config;

import dev.kycport.domain.captcha.CaptchaPolicy;
import dev.kycport.domain.digilocker.AuthorizationPolicy;
import dev.kycport.domain.otp.OtpPolicy;
import dev.kycport.domain.session.Policies;
import dev.kycport.domain.session.SessionPolicy;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** Reads the rules that a configuration lets hold for a provider in place of its own. */
final class PolicyReader {

    private static final String LIFE = "life";
    private static final String ATTEMPTS = "attempts";

    private final Section section;

    PolicyReader(Section section) {
        this.section = section;
    }

    Policies over(Policies own) {
        section.allowOnly(List.of("session", "captcha", "otp", "authorization"));
        return new Policies(
                session(section.section("session"), own.session()),
                captcha(section.section("captcha"), own.captcha()),
                otp(section.section("otp"), own.otp()),
                authorization(section.section("authorization"), own.authorization()));
    }

    private SessionPolicy session(Section part, SessionPolicy own) {
        part.allowOnly(List.of(LIFE, "kept"));
        return checked(
                "session",
                own,
                () -> new SessionPolicy(duration(part, LIFE, own.life()), duration(part, "kept", own.kept())));
    }

    private CaptchaPolicy captcha(Section part, CaptchaPolicy own) {
        part.allowOnly(List.of("refreshes", ATTEMPTS, LIFE));
        return checked(
                "captcha",
                own,
                () -> new CaptchaPolicy(
                        count(part, "refreshes", own.refreshes()),
                        count(part, ATTEMPTS, own.attempts()),
                        duration(part, LIFE, own.life())));
    }

    private OtpPolicy otp(Section part, OtpPolicy own) {
        part.allowOnly(List.of(LIFE, ATTEMPTS, "resends", "resend-gap"));
        return checked(
                "otp",
                own,
                () -> new OtpPolicy(
                        duration(part, LIFE, own.life()),
                        count(part, ATTEMPTS, own.attempts()),
                        count(part, "resends", own.resends()),
                        duration(part, "resend-gap", own.resendGap())));
    }

    private AuthorizationPolicy authorization(Section part, AuthorizationPolicy own) {
        part.allowOnly(List.of(LIFE));
        return checked("authorization", own, () -> new AuthorizationPolicy(duration(part, LIFE, own.life())));
    }

    private static Duration duration(Section part, String key, Duration own) {
        return part.read(key, "a duration such as 10m", Reading::duration).orElse(own);
    }

    private static int count(Section part, String key, int own) {
        return part.read(key, "a whole number", Reading::count).orElse(own);
    }

    // Policies know their own safe floors and say so.
    private <P> P checked(String key, P own, Supplier<P> policy) {
        try {
            return policy.get();
        } catch (IllegalArgumentException unsafe) {
            section.problem(key, "is not safe: " + unsafe.getMessage());
            return own;
        }
    }
}
