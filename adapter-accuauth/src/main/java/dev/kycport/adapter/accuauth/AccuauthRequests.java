package dev.kycport.adapter.accuauth;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.kycport.domain.ProviderReference;
import dev.kycport.domain.identity.IdentityNumber;
import dev.kycport.domain.otp.OtpCode;

/** The request records. AccuAuth has no field for the consent; it is recorded only in our ledger. */
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
