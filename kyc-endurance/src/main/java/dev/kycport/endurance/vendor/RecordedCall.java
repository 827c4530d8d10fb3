package dev.kycport.endurance.vendor;

import dev.kycport.domain.ProviderCall;
import dev.kycport.endurance.user.TestSubject;
import java.time.Instant;

/**
 * One call as the vendor saw it.
 *
 * @param at the time, by the clock of the installation
 * @param number the number that a code was sent to; empty in any other call
 * @param reference the vendor's reference of the code or session, also in the call that created it
 * @param effective whether the vendor carried it out: a code was sent or an attempt counted
 */
public record RecordedCall(
        Instant at, TestSubject subject, ProviderCall call, String number, String reference, boolean effective) {

    /** The same call, refused by the vendor. */
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
