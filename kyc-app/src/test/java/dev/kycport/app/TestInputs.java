package dev.kycport.app;

import dev.kycport.app.step.SessionRequest;
import dev.kycport.domain.Flow;
import dev.kycport.domain.captcha.CaptchaAnswer;
import dev.kycport.domain.consent.ConsentNotice;
import dev.kycport.domain.digilocker.RedirectUrl;
import dev.kycport.domain.digilocker.ReturnUrl;
import dev.kycport.domain.identity.AadhaarValidation;
import dev.kycport.domain.identity.IdentityNumber;
import dev.kycport.domain.otp.OtpCode;

/** What a person types, and the magic among it. */
final class TestInputs {

    static final String SENT = "999941057058";
    static final String MOBILE_NOT_LINKED = "999971658847";
    static final String PENDING = "999933119405";
    static final String SOURCE_DOWN = "999955183433";
    static final String TIMED_OUT = "999990501894";
    /** Made up, with a check digit that fits; the fake takes it for the first number. */
    static final String VID = "9123456789012346";

    static final String RIGHT = "123456";
    static final String WRONG = "111111";
    static final String TOO_OLD = "000000";
    static final String VERIFY_TIMES_OUT = "999999";

    private TestInputs() {}

    static IdentityNumber number(String digits) {
        return IdentityNumber.parseNumber(digits, AadhaarValidation.STRICT).get();
    }

    static OtpCode code(String digits) {
        return OtpCode.parse(digits).get();
    }

    static CaptchaAnswer answer(String text) {
        return CaptchaAnswer.parse(text).get();
    }

    static ReturnUrl returnUrl(String query) {
        return ReturnUrl.parse("https://bank.example/back?" + query).get();
    }

    static RedirectUrl redirectUrl() {
        return RedirectUrl.parse("https://bank.example/back").get();
    }

    static SessionRequest request(Flow flow) {
        ConsentNotice notice = ConsentNotice.parse("account-opening v3", "en-IN", "We will ask UIDAI for your name.")
                .get();
        return SessionRequest.parse(flow.code(), "customer-7", "opening an account", notice)
                .get();
    }
}
