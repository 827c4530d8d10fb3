package dev.kycport.ports.gateway;

/** What a provider concludes when a number and a captcha answer are to lead to a code. */
public sealed interface CaptchaSendVerdict permits SendVerdict, CaptchaSendVerdict.WrongCaptcha, SessionLost {

    /** The answer that fits the verdict. */
    <R> R match(Cases<R> cases);

    /** The answer to the captcha is wrong; nothing was sent. */
    record WrongCaptcha() implements CaptchaSendVerdict {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.wrongCaptcha();
        }
    }

    /** One answer a verdict. */
    interface Cases<R> extends SendVerdict.Cases<R> {
        R wrongCaptcha();

        R sessionLost();
    }
}
