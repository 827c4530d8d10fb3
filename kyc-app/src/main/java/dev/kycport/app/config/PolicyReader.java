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

    Policies applyTo(Policies defaults) {
        section.allowOnly(List.of("session", "captcha", "otp", "authorization"));
        return new Policies(
                session(section.section("session"), defaults.session()),
                captcha(section.section("captcha"), defaults.captcha()),
                otp(section.section("otp"), defaults.otp()),
                authorization(section.section("authorization"), defaults.authorization()));
    }

    private SessionPolicy session(Section part, SessionPolicy defaults) {
        part.allowOnly(List.of(LIFE, "kept"));
        return checked(
                "session",
                defaults,
                () -> new SessionPolicy(
                        duration(part, LIFE, defaults.life()), duration(part, "kept", defaults.identityRetention())));
    }

    private CaptchaPolicy captcha(Section part, CaptchaPolicy defaults) {
        part.allowOnly(List.of("refreshes", ATTEMPTS, LIFE));
        return checked(
                "captcha",
                defaults,
                () -> new CaptchaPolicy(
                        count(part, "refreshes", defaults.refreshes()),
                        count(part, ATTEMPTS, defaults.attempts()),
                        duration(part, LIFE, defaults.life())));
    }

    private OtpPolicy otp(Section part, OtpPolicy defaults) {
        part.allowOnly(List.of(LIFE, ATTEMPTS, "resends", "resend-gap"));
        return checked(
                "otp",
                defaults,
                () -> new OtpPolicy(
                        duration(part, LIFE, defaults.life()),
                        count(part, ATTEMPTS, defaults.attempts()),
                        count(part, "resends", defaults.resends()),
                        duration(part, "resend-gap", defaults.resendGap())));
    }

    private AuthorizationPolicy authorization(Section part, AuthorizationPolicy defaults) {
        part.allowOnly(List.of(LIFE));
        return checked("authorization", defaults, () -> new AuthorizationPolicy(duration(part, LIFE, defaults.life())));
    }

    private static Duration duration(Section part, String key, Duration defaults) {
        return part.read(key, "a duration such as 10m", ConfigValueParser::duration)
                .orElse(defaults);
    }

    private static int count(Section part, String key, int defaults) {
        return part.read(key, "a whole number", ConfigValueParser::count).orElse(defaults);
    }

    // Policies know their own safe floors and say so.
    private <P> P checked(String key, P defaults, Supplier<P> policy) {
        try {
            return policy.get();
        } catch (IllegalArgumentException unsafe) {
            section.addProblem(key, "is not safe: " + unsafe.getMessage());
            return defaults;
        }
    }
}
