package dev.kycport.adapter.deepvue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kycport.adapter.deepvue.DeepvueReplies.AccessTokenData;
import dev.kycport.adapter.deepvue.DeepvueReplies.CaptchaData;
import dev.kycport.adapter.deepvue.DeepvueReplies.EAadhaarData;
import dev.kycport.adapter.deepvue.DeepvueReplies.Envelope;
import dev.kycport.adapter.deepvue.DeepvueReplies.InitiateSessionData;
import dev.kycport.adapter.deepvue.DeepvueReplies.IssuedFile;
import dev.kycport.adapter.deepvue.DeepvueReplies.VerifyOtpData;
import dev.kycport.adapter.deepvue.DeepvueRequests.AccessTokenRequest;
import dev.kycport.adapter.deepvue.DeepvueRequests.EAadhaarRequest;
import dev.kycport.adapter.deepvue.DeepvueRequests.FileRequest;
import dev.kycport.adapter.deepvue.DeepvueRequests.InitiateSessionRequest;
import dev.kycport.adapter.deepvue.DeepvueRequests.IssuedFilesRequest;
import dev.kycport.adapter.feign.CallContext;
import dev.kycport.adapter.feign.Reply;
import dev.kycport.domain.Bytes;
import feign.Headers;
import feign.RequestLine;
import java.util.List;

/**
 * Deepvue's endpoints. The Aadhaar calls send all parameters in the query, POST included; {@link CallContext} carries
 * them. Public clients send the content type even without a body. {@link DeepvueRequests} builds the parameters.
 */
@Headers("Content-Type: application/json")
interface DeepvueApi {

    @RequestLine("GET /v1/ekyc/aadhaar/connect")
    Reply<Envelope<CaptchaData>> connect(CallContext callContext);

    @RequestLine("GET /v1/ekyc/aadhaar/reload-captcha")
    Reply<Envelope<CaptchaData>> reloadCaptcha(CallContext callContext);

    @RequestLine("POST /v1/ekyc/aadhaar/generate-otp")
    Reply<Envelope<JsonNode>> generateOtp(CallContext callContext);

    @RequestLine("POST /v1/ekyc/aadhaar/verify-otp")
    Reply<Envelope<VerifyOtpData>> verifyOtp(CallContext callContext);

    @RequestLine("POST /v2/ekyc/aadhaar/generate-otp")
    Reply<Envelope<JsonNode>> generateOtpV2(CallContext callContext);

    @RequestLine("POST /v2/ekyc/aadhaar/verify-otp")
    Reply<Envelope<VerifyOtpData>> verifyOtpV2(CallContext callContext);

    @RequestLine("POST /v1/kyc/digilocker/initiate-session")
    Reply<Envelope<InitiateSessionData>> initiateSession(CallContext callContext, InitiateSessionRequest request);

    @RequestLine("POST /v1/kyc/digilocker/access-token")
    Reply<Envelope<AccessTokenData>> accessToken(CallContext callContext, AccessTokenRequest request);

    @RequestLine("POST /v1/kyc/digilocker/eaadhaar")
    Reply<Envelope<EAadhaarData>> eaadhaar(CallContext callContext, EAadhaarRequest request);

    @RequestLine("POST /v1/kyc/digilocker/issued-files")
    Reply<Envelope<List<IssuedFile>>> issuedFiles(CallContext callContext, IssuedFilesRequest request);

    @RequestLine("POST /v1/kyc/digilocker/file")
    Reply<Envelope<Bytes>> file(CallContext callContext, FileRequest request);
}
