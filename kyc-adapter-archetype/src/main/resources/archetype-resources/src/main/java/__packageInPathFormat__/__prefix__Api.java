package ${package};

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.kycport.adapter.feign.CallContext;
import dev.kycport.adapter.feign.Reply;
import dev.kycport.domain.identity.IdentityNumber;
import dev.kycport.domain.otp.OtpCode;
import dev.kycport.ports.spi.Credential;
import feign.RequestLine;
import ${package}.${prefix}Replies.Answer;

/** ${prefix}'s endpoints and request bodies. TODO: paths and field names. Pass secrets as they are. */
interface ${prefix}Api {

    @RequestLine("POST /token")
    Reply<Answer> token(CallContext callContext, TokenRequest request);

    @RequestLine("POST /otp")
    Reply<Answer> sendOtp(CallContext callContext, SendRequest request);

    @RequestLine("POST /otp/verify")
    Reply<Answer> verifyOtp(CallContext callContext, VerifyRequest request);

    record TokenRequest(
            @JsonProperty("client_id") Credential clientId,
            @JsonProperty("client_secret") Credential clientSecret) {}

    record SendRequest(@JsonProperty("aadhaar_number") IdentityNumber number) {}

    record VerifyRequest(@JsonProperty("reference_id") String reference, OtpCode otp) {}
}
