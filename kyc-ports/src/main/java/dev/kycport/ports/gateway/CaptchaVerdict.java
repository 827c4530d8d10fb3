package dev.kycport.ports.gateway;

import dev.kycport.domain.captcha.CaptchaImage;

/** The provider's verdict on the request for another captcha image. */
public sealed interface CaptchaVerdict permits CaptchaVerdict.NewImage, SessionLost {

    /** Calls the case of this verdict. */
    <R> R match(Cases<R> cases);

    /** The new image. It voids the previous one. */
    record NewImage(CaptchaImage image) implements CaptchaVerdict {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.newImage(this);
        }
    }

    /** One method for each verdict. */
    interface Cases<R> {
        R newImage(NewImage verdict);

        R sessionLost();
    }
}
