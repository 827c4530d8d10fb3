package dev.kycport.ports;

import dev.kycport.domain.captcha.CaptchaImage;

/** What a provider concludes when another captcha image is asked for. */
public sealed interface CaptchaVerdict permits CaptchaVerdict.NewImage, SessionLost {

    /** Here it is; it voids the one before. */
    record NewImage(CaptchaImage image) implements CaptchaVerdict {}
}
