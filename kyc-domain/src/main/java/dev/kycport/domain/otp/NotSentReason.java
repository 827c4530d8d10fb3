package dev.kycport.domain.otp;

import dev.kycport.domain.failure.VerdictCode;

/** Why a provider will never send a code for this number. */
public enum NotSentReason {
    MOBILE_NOT_LINKED(VerdictCode.MOBILE_NOT_LINKED),
    NUMBER_INVALID(VerdictCode.NUMBER_INVALID);

    private final VerdictCode verdict;

    NotSentReason(VerdictCode verdict) {
        this.verdict = verdict;
    }

    /** The code in reports. */
    public VerdictCode verdict() {
        return verdict;
    }
}
