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
import dev.kycport.adapter.feign.Encoded;
import dev.kycport.adapter.feign.Reply;
import dev.kycport.domain.Bytes;
import dev.kycport.domain.ProviderReference;
import dev.kycport.domain.captcha.CaptchaAnswer;
import dev.kycport.domain.consent.Purpose;
import dev.kycport.domain.identity.IdentityNumber;
import dev.kycport.domain.otp.OtpCode;
import feign.Headers;
import feign.Param;
import feign.RequestLine;
import java.util.List;

/**
 * Deepvue's paths and parameters. The Aadhaar calls carry everything in the query, POST included; clients in the field send
 * the content type even where there is no body. Nobody gets here without consent, so it is always {@code Y}.
 */
@Headers("Content-Type: application/json")
interface DeepvueApi {

    @RequestLine("GET /v1/ekyc/aadhaar/connect?consent=Y&purpose={purpose}")
    Reply<Envelope<Captcha>> connect(
            Attempt attempt, @Param(value = "purpose", expander = Encoded.class, encoded = true) Purpose purpose);

    @RequestLine("GET /v1/ekyc/aadhaar/reload-captcha?session_id={session}&consent=Y&purpose={purpose}")
    Reply<Envelope<Captcha>> reloadCaptcha(
            Attempt attempt,
            @Param(value = "session", expander = Encoded.class, encoded = true) ProviderReference session,
            @Param(value = "purpose", expander = Encoded.class, encoded = true) Purpose purpose);

    @RequestLine("POST /v1/ekyc/aadhaar/generate-otp"
            + "?aadhaar_number={number}&captcha={captcha}&session_id={session}&consent=Y&purpose={purpose}")
    Reply<Envelope<JsonNode>> generateOtp(
            Attempt attempt,
            @Param(value = "number", expander = Encoded.class, encoded = true) IdentityNumber number,
            @Param(value = "captcha", expander = Encoded.class, encoded = true) CaptchaAnswer captcha,
            @Param(value = "session", expander = Encoded.class, encoded = true) ProviderReference session,
            @Param(value = "purpose", expander = Encoded.class, encoded = true) Purpose purpose);

    @RequestLine("POST /v1/ekyc/aadhaar/verify-otp?otp={otp}&session_id={session}&consent=Y&purpose={purpose}")
    Reply<Envelope<Kyc>> verifyOtp(
            Attempt attempt,
            @Param(value = "otp", expander = Encoded.class, encoded = true) OtpCode otp,
            @Param(value = "session", expander = Encoded.class, encoded = true) ProviderReference session,
            @Param(value = "purpose", expander = Encoded.class, encoded = true) Purpose purpose);

    @RequestLine("POST /v2/ekyc/aadhaar/generate-otp?aadhaar_number={number}&consent=Y&purpose={purpose}")
    Reply<Envelope<JsonNode>> generateOtpV2(
            Attempt attempt,
            @Param(value = "number", expander = Encoded.class, encoded = true) IdentityNumber number,
            @Param(value = "purpose", expander = Encoded.class, encoded = true) Purpose purpose);

    @RequestLine("POST /v2/ekyc/aadhaar/verify-otp?otp={otp}&reference_id={reference}&consent=Y&purpose={purpose}")
    Reply<Envelope<Kyc>> verifyOtpV2(
            Attempt attempt,
            @Param(value = "otp", expander = Encoded.class, encoded = true) OtpCode otp,
            @Param(value = "reference", expander = Encoded.class, encoded = true) ProviderReference reference,
            @Param(value = "purpose", expander = Encoded.class, encoded = true) Purpose purpose);

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
