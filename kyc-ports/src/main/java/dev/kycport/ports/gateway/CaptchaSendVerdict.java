package dev.kycport.ports.gateway;

/** The provider's verdict on a number and a captcha answer that request a code. */
public sealed interface CaptchaSendVerdict permits SendVerdict, CaptchaSendVerdict.WrongCaptcha, SessionLost {

    /** Calls the case of this verdict. */
    <R> R match(Cases<R> cases);

    /** The answer to the captcha is wrong. Nothing was sent. */
    record WrongCaptcha() implements CaptchaSendVerdict {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.wrongCaptcha();
        }
    }

    /** One method for each verdict. */
    interface Cases<R> extends SendVerdict.Cases<R> {
        R wrongCaptcha();

        R sessionLost();
    }
}
