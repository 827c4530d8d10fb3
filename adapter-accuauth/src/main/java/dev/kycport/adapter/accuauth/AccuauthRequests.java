package dev.kycport.adapter.accuauth;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.kycport.domain.ProviderReference;
import dev.kycport.domain.identity.IdentityNumber;
import dev.kycport.domain.otp.OtpCode;

/** What the calls carry. There is no field for the consent: that it was given is on record here alone. */
final class AccuauthRequests {

    private AccuauthRequests() {}

    static ValidateOtpRequest validateOtp(ProviderReference reference, OtpCode code) {
        return new ValidateOtpRequest(reference.value(), code);
    }

    record SendOtpRequest(@JsonProperty("aadhaar_no") IdentityNumber number) {}

    record ValidateOtpRequest(
            @JsonProperty("client_id") String clientId,
            @JsonProperty("otp_code") OtpCode otpCode) {}
}
