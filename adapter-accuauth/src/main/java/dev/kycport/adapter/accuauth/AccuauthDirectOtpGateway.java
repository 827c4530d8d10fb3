package dev.kycport.adapter.accuauth;

import dev.kycport.adapter.accuauth.AccuauthReplies.Said;
import dev.kycport.adapter.accuauth.AccuauthRequests.SendAadhaarOtp;
import dev.kycport.adapter.feign.Exchange;
import dev.kycport.domain.ProviderReference;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.identity.IdentityNumber;
import dev.kycport.domain.otp.OtpCode;
import dev.kycport.ports.CodeVerdict;
import dev.kycport.ports.ConsentProof;
import dev.kycport.ports.DirectOtpGateway;
import dev.kycport.ports.SendVerdict;
import io.vavr.control.Either;
import java.time.InstantSource;

/** AccuAuth's two calls: the number leads to a code, and to a client id by which it is verified. */
record AccuauthDirectOtpGateway(AccuauthApi api, Exchange<Said> exchange, InstantSource time)
        implements DirectOtpGateway {

    @Override
    public Either<ProviderFailure, SendVerdict> send(ConsentProof proof, IdentityNumber number) {
        SendAadhaarOtp request = new SendAadhaarOtp(number);
        return exchange.ask(
                attempt -> api.sendAadhaarOtp(attempt, request), AccuauthTables.SEND, AccuauthTranslation::sent);
    }

    @Override
    public Either<ProviderFailure, CodeVerdict> verify(ConsentProof proof, ProviderReference reference, OtpCode code) {
        return exchange.ask(
                attempt -> api.validateAadhaarOtp(attempt, AccuauthRequests.validate(reference, code)),
                AccuauthTables.VALIDATE,
                reply -> AccuauthTranslation.rightCode(reply, time.instant()));
    }
}
