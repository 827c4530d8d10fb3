package dev.kycport.adapter.accuauth;

import dev.kycport.adapter.accuauth.AccuauthReplies.Envelope;
import dev.kycport.adapter.accuauth.AccuauthReplies.Kyc;
import dev.kycport.adapter.accuauth.AccuauthReplies.Sent;
import dev.kycport.adapter.accuauth.AccuauthRequests.SendAadhaarOtp;
import dev.kycport.adapter.accuauth.AccuauthRequests.ValidateAadhaarOtp;
import dev.kycport.adapter.feign.Attempt;
import dev.kycport.adapter.feign.Reply;
import feign.RequestLine;

/** AccuAuth's paths. */
interface AccuauthApi {

    @RequestLine("POST /verify/send_aadhaar_otp")
    Reply<Envelope<Sent>> sendAadhaarOtp(Attempt attempt, SendAadhaarOtp request);

    @RequestLine("POST /verify/validate_aadhaar_otp")
    Reply<Envelope<Kyc>> validateAadhaarOtp(Attempt attempt, ValidateAadhaarOtp request);
}
