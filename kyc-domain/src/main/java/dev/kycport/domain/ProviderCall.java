package dev.kycport.domain;

/** The kinds of provider calls: what a consent is used for, and what the audit trail records. */
public enum ProviderCall {
    CONNECT("connect"),
    RELOAD_CAPTCHA("reload-captcha"),
    SEND_CODE("send-code"),
    VERIFY_CODE("verify-code"),
    OFFER_AUTHORIZATION("offer-authorization"),
    TAKE_UP_AUTHORIZATION("take-up-authorization"),
    COLLECT_DOCUMENTS("collect-documents");

    private final String code;

    ProviderCall(String code) {
        this.code = code;
    }

    /** The name used in the ledger, the audit trail and metrics. */
    public String code() {
        return code;
    }
}
