package dev.kycport.app.violation;

import dev.kycport.domain.otp.OtpChallenge;
import java.util.function.Supplier;

/** Makes states without a move. */
public final class StateFromNowhere {

    private StateFromNowhere() {}

    static OtpChallenge verified() {
        return new OtpChallenge.Verified();
    }

    static Supplier<OtpChallenge> locked() {
        return OtpChallenge.Locked::new;
    }
}
