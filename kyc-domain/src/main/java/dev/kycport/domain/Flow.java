package dev.kycport.domain;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The ways in which a resident can prove who they are. */
public enum Flow {
    /** Offline e-KYC: the number and a captcha lead to an OTP, the OTP to the identity. */
    CAPTCHA_OTP("captcha-otp"),
    /** OTP e-KYC: the number alone leads to an OTP, the OTP to the identity. */
    DIRECT_OTP("direct-otp"),
    /** The person authorises the release of their documents in DigiLocker and comes back. */
    DIGILOCKER("digilocker");

    private final String code;

    Flow(String code) {
        this.code = code;
    }

    /** The name used in configuration, on the command line and in reports, such as {@code direct-otp}. */
    public String code() {
        return code;
    }

    /** The flow of that {@link #code()}, or nothing if there is none. */
    public static Optional<Flow> fromCode(@Nullable String code) {
        return Arrays.stream(values()).filter(flow -> flow.code.equals(code)).findFirst();
    }
}
