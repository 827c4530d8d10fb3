package dev.kycport.ports.gateway;

import dev.kycport.domain.captcha.CaptchaImage;

/** What a provider concludes when another captcha image is asked for. */
public sealed interface CaptchaVerdict permits CaptchaVerdict.NewImage, SessionLost {

    /** The answer that fits the verdict. */
    <R> R match(Cases<R> cases);

    /** Here it is; it voids the one before. */
    record NewImage(CaptchaImage image) implements CaptchaVerdict {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.newImage(this);
        }
    }

    /** One answer a verdict. */
    interface Cases<R> {
        R newImage(NewImage verdict);

        R sessionLost();
    }
}
