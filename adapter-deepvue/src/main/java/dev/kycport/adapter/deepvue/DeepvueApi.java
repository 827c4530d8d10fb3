package dev.kycport.adapter.deepvue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kycport.adapter.deepvue.DeepvueReplies.Access;
import dev.kycport.adapter.deepvue.DeepvueReplies.Authorization;
import dev.kycport.adapter.deepvue.DeepvueReplies.Captcha;
import dev.kycport.adapter.deepvue.DeepvueReplies.EAadhaar;
import dev.kycport.adapter.deepvue.DeepvueReplies.Envelope;
import dev.kycport.adapter.deepvue.DeepvueReplies.IssuedFile;
import dev.kycport.adapter.deepvue.DeepvueReplies.Kyc;
import dev.kycport.adapter.deepvue.DeepvueRequests.Collect;
import dev.kycport.adapter.deepvue.DeepvueRequests.CollectAadhaar;
import dev.kycport.adapter.deepvue.DeepvueRequests.CollectFile;
import dev.kycport.adapter.deepvue.DeepvueRequests.InitiateSession;
import dev.kycport.adapter.deepvue.DeepvueRequests.TakeUp;
import dev.kycport.adapter.feign.Attempt;
import dev.kycport.adapter.feign.Reply;
import dev.kycport.domain.Bytes;
import feign.Headers;
import feign.RequestLine;
import java.util.List;

/**
 * Deepvue's paths. The Aadhaar calls carry everything in the query, POST included, which their {@link Attempt} brings along;
 * clients in the field send the content type even where there is no body. What each call carries is in
 * {@link DeepvueRequests}.
 */
@Headers("Content-Type: application/json")
interface DeepvueApi {

    @RequestLine("GET /v1/ekyc/aadhaar/connect")
    Reply<Envelope<Captcha>> connect(Attempt attempt);

    @RequestLine("GET /v1/ekyc/aadhaar/reload-captcha")
    Reply<Envelope<Captcha>> reloadCaptcha(Attempt attempt);

    @RequestLine("POST /v1/ekyc/aadhaar/generate-otp")
    Reply<Envelope<JsonNode>> generateOtp(Attempt attempt);

    @RequestLine("POST /v1/ekyc/aadhaar/verify-otp")
    Reply<Envelope<Kyc>> verifyOtp(Attempt attempt);

    @RequestLine("POST /v2/ekyc/aadhaar/generate-otp")
    Reply<Envelope<JsonNode>> generateOtpV2(Attempt attempt);

    @RequestLine("POST /v2/ekyc/aadhaar/verify-otp")
    Reply<Envelope<Kyc>> verifyOtpV2(Attempt attempt);

    @RequestLine("POST /v1/kyc/digilocker/initiate-session")
    Reply<Envelope<Authorization>> initiateSession(Attempt attempt, InitiateSession request);

    @RequestLine("POST /v1/kyc/digilocker/access-token")
    Reply<Envelope<Access>> accessToken(Attempt attempt, TakeUp request);

    @RequestLine("POST /v1/kyc/digilocker/eaadhaar")
    Reply<Envelope<EAadhaar>> eaadhaar(Attempt attempt, CollectAadhaar request);

    @RequestLine("POST /v1/kyc/digilocker/issued-files")
    Reply<Envelope<List<IssuedFile>>> issuedFiles(Attempt attempt, Collect request);

    @RequestLine("POST /v1/kyc/digilocker/file")
    Reply<Envelope<Bytes>> file(Attempt attempt, CollectFile request);
}
