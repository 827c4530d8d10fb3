package dev.kycport.adapter.accuauth;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.kycport.domain.ProviderReference;
import dev.kycport.domain.identity.IdentityNumber;
import dev.kycport.domain.otp.OtpCode;

/** What the calls carry. There is no field for the consent: that it was given is on record here alone. */
final class AccuauthRequests {

    private AccuauthRequests() {}

    static ValidateAadhaarOtp validate(ProviderReference reference, OtpCode code) {
        return new ValidateAadhaarOtp(reference.value(), code);
    }

    record SendAadhaarOtp(@JsonProperty("aadhaar_no") IdentityNumber number) {}

    record ValidateAadhaarOtp(
            @JsonProperty("client_id") String client,
            @JsonProperty("otp_code") OtpCode code) {}
}
