package dev.kycport.adapter.accuauth;

import dev.kycport.adapter.accuauth.AccuauthReplies.AccuauthStatus;
import dev.kycport.adapter.accuauth.AccuauthRequests.SendOtpRequest;
import dev.kycport.adapter.feign.HttpCallExecutor;
import dev.kycport.domain.ProviderReference;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.identity.IdentityNumber;
import dev.kycport.domain.otp.OtpCode;
import dev.kycport.ports.gateway.CodeVerdict;
import dev.kycport.ports.gateway.DirectOtpGateway;
import dev.kycport.ports.gateway.SendVerdict;
import dev.kycport.ports.store.ConsentProof;
import io.vavr.control.Either;
import java.time.InstantSource;

/** AccuAuth direct OTP: the number triggers a code; a client id verifies it. */
record AccuauthDirectOtpGateway(AccuauthApi api, HttpCallExecutor<AccuauthStatus> exchange, InstantSource time)
        implements DirectOtpGateway {

    @Override
    public Either<ProviderFailure, SendVerdict> send(ConsentProof proof, IdentityNumber number) {
        SendOtpRequest request = new SendOtpRequest(number);
        return exchange.execute(
                callContext -> api.sendAadhaarOtp(callContext, request),
                AccuauthErrorMapping.SEND,
                AccuauthResponseMapper::toSendVerdict);
    }

    @Override
    public Either<ProviderFailure, CodeVerdict> verify(ConsentProof proof, ProviderReference reference, OtpCode code) {
        return exchange.execute(
                callContext -> api.validateAadhaarOtp(callContext, AccuauthRequests.validateOtp(reference, code)),
                AccuauthErrorMapping.VALIDATE,
                reply -> AccuauthResponseMapper.toCodeVerdict(reply, time.instant()));
    }
}
