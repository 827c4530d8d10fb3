package dev.kycport.adapter.accuauth;

import dev.kycport.adapter.accuauth.AccuauthReplies.Envelope;
import dev.kycport.adapter.accuauth.AccuauthReplies.SendOtpResult;
import dev.kycport.adapter.accuauth.AccuauthReplies.ValidateOtpResult;
import dev.kycport.adapter.accuauth.AccuauthRequests.SendOtpRequest;
import dev.kycport.adapter.accuauth.AccuauthRequests.ValidateOtpRequest;
import dev.kycport.adapter.feign.CallContext;
import dev.kycport.adapter.feign.Reply;
import feign.RequestLine;

/** AccuAuth's endpoints. */
interface AccuauthApi {

    @RequestLine("POST /verify/send_aadhaar_otp")
    Reply<Envelope<SendOtpResult>> sendAadhaarOtp(CallContext callContext, SendOtpRequest request);

    @RequestLine("POST /verify/validate_aadhaar_otp")
    Reply<Envelope<ValidateOtpResult>> validateAadhaarOtp(CallContext callContext, ValidateOtpRequest request);
}
