package dev.kycport.adapter.feign.acme;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.kycport.adapter.feign.CallContext;
import dev.kycport.adapter.feign.Reply;
import dev.kycport.adapter.feign.acme.FeignAcmeReplies.CheckReply;
import dev.kycport.adapter.feign.acme.FeignAcmeReplies.SendReply;
import dev.kycport.adapter.feign.acme.FeignAcmeReplies.TokenReply;
import dev.kycport.domain.identity.IdentityNumber;
import dev.kycport.domain.otp.OtpCode;
import dev.kycport.ports.spi.Credential;
import feign.RequestLine;

/** Acme's endpoints and their request bodies. */
interface FeignAcmeApi {

    @RequestLine("POST /token")
    Reply<TokenReply> token(CallContext callContext, TokenRequest request);

    @RequestLine("POST /codes")
    Reply<SendReply> send(CallContext callContext, SendRequest request);

    @RequestLine("POST /codes/check")
    Reply<CheckReply> check(CallContext callContext, CheckRequest request);

    record TokenRequest(
            @JsonProperty("client_id") Credential clientId,
            @JsonProperty("client_secret") Credential clientSecret) {}

    record SendRequest(IdentityNumber number, String purpose) {}

    record CheckRequest(String ticket, OtpCode code) {}
}
