package dev.kycport.adapter.deepvue;

import dev.kycport.adapter.deepvue.DeepvueReplies.DeepvueStatus;
import dev.kycport.adapter.feign.HttpCallExecutor;
import dev.kycport.domain.Flow;
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

/** Deepvue V2: the number alone triggers a code; a reference id verifies it. */
final class DeepvueDirectOtpGateway implements DirectOtpGateway {

    private final DeepvueApi api;
    private final HttpCallExecutor<DeepvueStatus> httpCallExecutor;
    private final InstantSource time;

    DeepvueDirectOtpGateway(DeepvueApi api, HttpCallExecutor<DeepvueStatus> httpCallExecutor, InstantSource time) {
        this.api = api;
        this.httpCallExecutor = httpCallExecutor;
        this.time = time;
    }

    @Override
    public Either<ProviderFailure, SendVerdict> send(ConsentProof proof, IdentityNumber number) {
        return httpCallExecutor.execute(
                callContext -> api.generateOtpV2(callContext.withQuery(DeepvueRequests.generateOtpV2(proof, number))),
                DeepvueErrorMapping.SEND,
                reply -> DeepvueResponseMapper.toSendVerdict(reply));
    }

    @Override
    public Either<ProviderFailure, CodeVerdict> verify(ConsentProof proof, ProviderReference reference, OtpCode code) {
        return httpCallExecutor.execute(
                callContext ->
                        api.verifyOtpV2(callContext.withQuery(DeepvueRequests.verifyOtpV2(proof, reference, code))),
                DeepvueErrorMapping.VERIFY,
                reply -> DeepvueResponseMapper.toCodeVerdict(reply, Flow.DIRECT_OTP, time.instant()));
    }
}
