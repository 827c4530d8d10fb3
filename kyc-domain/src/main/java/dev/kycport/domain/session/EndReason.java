package dev.kycport.domain.session;

import java.util.Arrays;
import java.util.Optional;

/** Why a session ended without a verified identity. */
public enum EndReason {
    /** The person did not consent. */
    DECLINED("declined"),
    /** The person or the host stopped. */
    CANCELLED("cancelled"),
    CONSENT_WITHDRAWN("consent-withdrawn"),
    EXPIRED("expired"),
    /** Every attempt is used. */
    LOCKED("locked"),
    /** No mobile is linked to the number, or the number is not known. */
    INELIGIBLE("ineligible"),
    /** The person did not authorise the release of documents, or shared none. */
    DENIED("denied"),
    /** The provider no longer knows its own side of the session: the person starts again. */
    PROVIDER_SESSION_LOST("provider-session-lost");

    private final String code;

    EndReason(String code) {
        this.code = code;
    }

    /** The name used in reports. */
    public String code() {
        return code;
    }

    /** The reason of that {@link #code()}, or nothing. */
    public static Optional<EndReason> fromCode(String code) {
        return Arrays.stream(values())
                .filter(reason -> reason.code.equals(code))
                .findFirst();
    }
}
