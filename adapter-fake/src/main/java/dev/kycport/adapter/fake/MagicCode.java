package dev.kycport.adapter.fake;

import dev.kycport.domain.otp.OtpCode;

/** What comes of submitting a code. */
enum MagicCode {
    RIGHT,
    EXPIRED,
    TIMED_OUT,
    WRONG;

    static MagicCode of(OtpCode code) {
        return switch (code.reveal()) {
            case "123456" -> RIGHT;
            case "000000" -> EXPIRED;
            case "999999" -> TIMED_OUT;
            default -> WRONG;
        };
    }
}
