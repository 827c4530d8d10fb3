package ${package};

import dev.kycport.adapter.feign.HttpCallExecutor;
import dev.kycport.adapter.feign.json.RequiredFields;
import dev.kycport.domain.Flow;
import dev.kycport.domain.ProviderReference;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.identity.Assurance;
import dev.kycport.domain.identity.IdentityNumber;
import dev.kycport.domain.otp.OtpCode;
import dev.kycport.ports.gateway.CodeVerdict;
import dev.kycport.ports.gateway.DirectOtpGateway;
import dev.kycport.ports.gateway.SendVerdict;
import dev.kycport.ports.store.ConsentProof;
import io.vavr.control.Either;
import ${package}.${prefix}Api.SendRequest;
import ${package}.${prefix}Api.VerifyRequest;
import ${package}.${prefix}Replies.${prefix}Status;
import java.time.InstantSource;

/** ${prefix}'s direct OTP: the number triggers a code; a reference verifies it. */
record ${prefix}DirectOtpGateway(${prefix}Api api, HttpCallExecutor<${prefix}Status> exchange, InstantSource time)
        implements DirectOtpGateway {

    @Override
    public Either<ProviderFailure, SendVerdict> send(ConsentProof proof, IdentityNumber number) {
        SendRequest request = new SendRequest(number);
        return exchange.execute(
                callContext -> api.sendOtp(callContext, request),
                ${prefix}ErrorMapping.SEND,
                reply -> RequiredFields.parse(reply.referenceId(), ProviderReference::tryParse)
                        .map(SendVerdict.CodeSent::new));
    }

    @Override
    public Either<ProviderFailure, CodeVerdict> verify(ConsentProof proof, ProviderReference reference, OtpCode code) {
        VerifyRequest request = new VerifyRequest(reference.value(), code);
        return exchange.execute(
                callContext -> api.verifyOtp(callContext, request),
                ${prefix}ErrorMapping.VERIFY,
                reply -> RequiredFields.present(reply.person())
                        .flatMap(person -> ${prefix}IdentityMapper.toDraft(person, time.instant()))
                        .map(draft -> draft.toRightCode(
                                new Assurance(Flow.DIRECT_OTP, ${prefix}ProviderFactory.ID, time.instant()))));
    }
}
