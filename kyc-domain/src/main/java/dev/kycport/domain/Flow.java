package dev.kycport.domain;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The ways in which a resident proves their identity. */
public enum Flow {
    /** Offline e-KYC: number and captcha request a code, the code verifies the person. */
    CAPTCHA_OTP("captcha-otp"),
    /** OTP e-KYC: the number requests a code, the code verifies the person. */
    DIRECT_OTP("direct-otp"),
    /** The person authorizes the release of their documents in DigiLocker and comes back. */
    DIGILOCKER("digilocker");

    private final String code;

    Flow(String code) {
        this.code = code;
    }

    /** The name used in configuration, on the command line and in reports, such as {@code direct-otp}. */
    public String code() {
        return code;
    }

    /** The flow with this {@link #code()}, or nothing. */
    public static Optional<Flow> fromCode(@Nullable String code) {
        return Arrays.stream(values()).filter(flow -> flow.code.equals(code)).findFirst();
    }
}
