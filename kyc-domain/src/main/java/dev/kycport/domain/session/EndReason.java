package dev.kycport.domain.session;

import java.util.Arrays;
import java.util.Optional;

/** Why a session ended without a verified identity. */
public enum EndReason {
    /** The person did not consent. */
    DECLINED("declined"),
    /** The person or the host cancelled. */
    CANCELLED("cancelled"),
    CONSENT_WITHDRAWN("consent-withdrawn"),
    EXPIRED("expired"),
    /** All attempts are used. */
    LOCKED("locked"),
    /** No mobile is linked to the number, or the number is unknown. */
    INELIGIBLE("ineligible"),
    /** The person did not authorize the release of documents, or shared none. */
    DENIED("denied"),
    /** The provider no longer knows its own session: the person has to start again. */
    PROVIDER_SESSION_LOST("provider-session-lost");

    private final String code;

    EndReason(String code) {
        this.code = code;
    }

    /** The name used in reports and in storage. */
    public String code() {
        return code;
    }

    /** The reason with this {@link #code()}, or nothing. */
    public static Optional<EndReason> fromCode(String code) {
        return Arrays.stream(values())
                .filter(reason -> reason.code.equals(code))
                .findFirst();
    }
}
