package dev.kycport.tck.secrecy;

import dev.kycport.domain.captcha.CaptchaAnswer;
import dev.kycport.domain.digilocker.AuthorizationCode;
import dev.kycport.domain.identity.AadhaarNumber;
import dev.kycport.domain.otp.OtpCode;
import dev.kycport.ports.spi.Credential;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Secrets that can be recognised wherever they turn up. They go into a gateway, and are then looked for in everything that
 * comes out of it: plain, grouped, percent-encoded, in hexadecimal and in base64.
 *
 * @param number an Aadhaar number with a valid check digit
 * @param otp six digits
 * @param captcha the answer to a captcha
 * @param code a DigiLocker grant
 * @param shareCode what opens an offline e-KYC archive
 * @param clientId the first half of a credential
 * @param clientSecret the second half
 * @param accessToken what a provider hands out for a credential
 */
public record Canary(
        String number,
        String otp,
        String captcha,
        String code,
        String shareCode,
        String clientId,
        String clientSecret,
        String accessToken) {

    /** The same secrets with the access token of {@link #DEFAULT}. */
    public Canary(
            String number,
            String otp,
            String captcha,
            String code,
            String shareCode,
            String clientId,
            String clientSecret) {
        this(number, otp, captcha, code, shareCode, clientId, clientSecret, "canary-token-m4Yt68");
    }

    /** One of UIDAI's public test numbers, and words that no provider would think of. */
    public static final Canary DEFAULT = new Canary(
            "999941057058",
            "719305",
            "Qz7Wk4Tn",
            "grant+canary/5d1f7c",
            "canary-share-8J3x",
            "canary-id-b5Kp91",
            "canary-secret-x0Rt72");

    /** The number as a gateway takes it. */
    public AadhaarNumber aadhaar() {
        return AadhaarNumber.parse(number).get();
    }

    /** The code as a gateway takes it. */
    public OtpCode otpCode() {
        return OtpCode.parse(otp).get();
    }

    /** The captcha answer as a gateway takes it. */
    public CaptchaAnswer captchaAnswer() {
        return CaptchaAnswer.parse(captcha).get();
    }

    /** The grant as a gateway takes it. */
    public AuthorizationCode grant() {
        return AuthorizationCode.parse(code).get();
    }

    /** The first half of the credential as a configuration takes it. */
    public Credential id() {
        return new Credential(clientId);
    }

    /** The second half of the credential as a configuration takes it. */
    public Credential secret() {
        return new Credential(clientSecret);
    }

    /** The same with this number and this code, for a provider that knows only certain ones. */
    public Canary withNumberAndCode(String otherNumber, String otherOtp) {
        return new Canary(otherNumber, otherOtp, captcha, code, shareCode, clientId, clientSecret, accessToken);
    }

    /** The same with this captcha answer and this grant, for a provider that knows only certain ones. */
    public Canary withAnswers(String otherCaptcha, String otherCode) {
        return new Canary(number, otp, otherCaptcha, otherCode, shareCode, clientId, clientSecret, accessToken);
    }

    /**
     * Where secrets lie in there: in its text, in the fields of records and objects below it, in collections, bytes, and the
     * causes of exceptions. A {@code Secret} may hold one as long as it prints none.
     *
     * @return one line a finding, which names the secret and the place and shows neither; empty if there is none
     */
    public List<String> findIn(String what, Object thing) {
        return new SecretScanner(byName()).scan(what, thing);
    }

    /** The text with every secret in it replaced by its name. */
    public String redact(String text) {
        String hidden = text;
        for (Map.Entry<String, String> secret : byName().entrySet()) {
            hidden = SecretForms.of(secret.getValue()).redact(hidden, "${" + secret.getKey() + "}");
        }
        return hidden;
    }

    /** The secrets by the names that recordings use. */
    public Map<String, String> byName() {
        Map<String, String> names = new LinkedHashMap<>();
        names.put("number", number);
        names.put("otp", otp);
        names.put("captcha", captcha);
        names.put("code", code);
        names.put("share-code", shareCode);
        names.put("client-id", clientId);
        names.put("client-secret", clientSecret);
        names.put("access-token", accessToken);
        return names;
    }

    @Override
    public String toString() {
        return "Canary[hidden]";
    }
}
