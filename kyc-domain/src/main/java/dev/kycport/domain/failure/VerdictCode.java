package dev.kycport.domain.failure;

/**
 * The codes of a provider's verdicts. A verdict is not a failure: the provider understood and concluded, and the
 * session moved.
 */
public enum VerdictCode {
    WRONG_CODE("otp.wrong-code", ResponsibleParty.USER, RetryAdvice.NOW, "the code is wrong"),
    CODE_EXPIRED(
            "otp.expired", ResponsibleParty.USER, RetryAdvice.RESTART, "the provider says that the code has expired"),
    MOBILE_NOT_LINKED(
            "otp.not-sent.mobile-not-linked",
            ResponsibleParty.USER,
            RetryAdvice.NEVER,
            "no mobile number is linked to this Aadhaar"),
    NUMBER_INVALID(
            "otp.not-sent.number-invalid", ResponsibleParty.USER, RetryAdvice.RESTART, "the number is not known"),
    CODE_PENDING(
            "otp.not-sent.pending", ResponsibleParty.USER, RetryAdvice.RESTART, "an earlier code is still pending"),
    WRONG_CAPTCHA("captcha.wrong", ResponsibleParty.USER, RetryAdvice.NOW, "the captcha answer is wrong"),
    AUTHORIZATION_DENIED(
            "authorization.denied",
            ResponsibleParty.USER,
            RetryAdvice.RESTART,
            "the person did not authorise the release"),
    AUTHORIZATION_EMPTY(
            "authorization.empty", ResponsibleParty.USER, RetryAdvice.RESTART, "the person shared no document"),
    SESSION_LOST(
            "provider.session-lost",
            ResponsibleParty.PROVIDER,
            RetryAdvice.RESTART,
            "the provider no longer knows its side of the session");

    private final String code;
    private final ResponsibleParty responsibleParty;
    private final RetryAdvice retryAdvice;
    private final String summary;

    VerdictCode(String code, ResponsibleParty responsibleParty, RetryAdvice retryAdvice, String summary) {
        this.code = code;
        this.responsibleParty = responsibleParty;
        this.retryAdvice = retryAdvice;
        this.summary = summary;
    }

    /** The stable code used in reports. */
    public String code() {
        return code;
    }

    /** Who has to act. */
    public ResponsibleParty responsibleParty() {
        return responsibleParty;
    }

    /** One plain sentence. */
    public String summary() {
        return summary;
    }

    /** The report of this verdict with its default advice. */
    public VerdictReport report() {
        return new VerdictReport(this, retryAdvice);
    }

    /** The report of this verdict with the advice that the session's new state gives. */
    public VerdictReport report(RetryAdvice advice) {
        return new VerdictReport(this, advice);
    }
}
