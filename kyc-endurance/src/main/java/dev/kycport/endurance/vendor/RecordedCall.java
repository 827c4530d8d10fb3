package dev.kycport.endurance.vendor;

import dev.kycport.domain.ProviderCall;
import dev.kycport.endurance.user.TestSubject;
import java.time.Instant;

/**
 * One call as the vendor saw it.
 *
 * @param at when, by the clock of the installation
 * @param number whom a code was to be sent to; empty in any other call
 * @param reference the vendor's own name for the code or session it was about; the one it handed out where it was the first
 * @param effective whether the vendor did what it was asked, so that a code went out or an attempt was counted
 */
public record RecordedCall(
        Instant at, TestSubject subject, ProviderCall call, String number, String reference, boolean effective) {

    /** The same call, of which the vendor says that it came to nothing. */
    RecordedCall notEffective() {
        return new RecordedCall(at, subject, call, number, reference, false);
    }

    public boolean sentCode() {
        return call == ProviderCall.SEND_CODE && effective;
    }

    public boolean judgedCode() {
        return call == ProviderCall.VERIFY_CODE && effective;
    }
}
