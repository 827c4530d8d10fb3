package dev.kycport.domain.failure;

/**
 * The codes under which a provider's verdicts are reported. A verdict is not a failure: the provider understood, concluded,
 * and the session moved.
 */
public enum VerdictCode {
    WRONG_CODE("otp.wrong-code", Party.USER, RetryAdvice.NOW, "the code is wrong"),
    CODE_EXPIRED("otp.expired", Party.USER, RetryAdvice.RESTART, "the provider says that the code has expired"),
    MOBILE_NOT_LINKED(
            "otp.not-sent.mobile-not-linked",
            Party.USER,
            RetryAdvice.NEVER,
            "no mobile number is linked to this Aadhaar"),
    NUMBER_INVALID("otp.not-sent.number-invalid", Party.USER, RetryAdvice.RESTART, "the number is not known"),
    CODE_PENDING("otp.not-sent.pending", Party.USER, RetryAdvice.RESTART, "an earlier code is still pending"),
    WRONG_CAPTCHA("captcha.wrong", Party.USER, RetryAdvice.NOW, "the captcha answer is wrong"),
    AUTHORIZATION_DENIED(
            "authorization.denied", Party.USER, RetryAdvice.RESTART, "the person did not authorise the release"),
    AUTHORIZATION_EMPTY("authorization.empty", Party.USER, RetryAdvice.RESTART, "the person shared no document"),
    SESSION_LOST(
            "provider.session-lost",
            Party.PROVIDER,
            RetryAdvice.RESTART,
            "the provider no longer knows its side of the session");

    private final String code;
    private final Party whose;
    private final RetryAdvice retry;
    private final String summary;

    VerdictCode(String code, Party whose, RetryAdvice retry, String summary) {
        this.code = code;
        this.whose = whose;
        this.retry = retry;
        this.summary = summary;
    }

    /** The stable code used in reports. */
    public String code() {
        return code;
    }

    /** Whose turn it is. */
    public Party whose() {
        return whose;
    }

    /** One plain sentence. */
    public String summary() {
        return summary;
    }

    /** The report of this verdict where nothing in the session's state changes its usual advice. */
    public VerdictReport report() {
        return new VerdictReport(this, retry);
    }

    /** The report of this verdict with the advice that the session's new state gives. */
    public VerdictReport report(RetryAdvice advice) {
        return new VerdictReport(this, advice);
    }
}
