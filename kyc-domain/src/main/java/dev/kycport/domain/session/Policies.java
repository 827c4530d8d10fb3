package dev.kycport.domain.session;

import dev.kycport.domain.captcha.CaptchaPolicy;
import dev.kycport.domain.digilocker.AuthorizationPolicy;
import dev.kycport.domain.otp.OtpPolicy;

/** The policies of one provider. */
public record Policies(SessionPolicy session, CaptchaPolicy captcha, OtpPolicy otp, AuthorizationPolicy authorization) {

    /** The defaults, used unless the provider or the configuration sets others. */
    public static final Policies DEFAULT =
            new Policies(SessionPolicy.DEFAULT, CaptchaPolicy.DEFAULT, OtpPolicy.DEFAULT, AuthorizationPolicy.DEFAULT);
}
