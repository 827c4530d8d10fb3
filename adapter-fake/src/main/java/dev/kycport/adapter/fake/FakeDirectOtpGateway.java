package dev.kycport.adapter.fake;

import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.ProviderReference;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.identity.IdentityNumber;
import dev.kycport.domain.otp.OtpCode;
import dev.kycport.ports.gateway.CodeVerdict;
import dev.kycport.ports.gateway.DirectOtpGateway;
import dev.kycport.ports.gateway.SendVerdict;
import dev.kycport.ports.store.ConsentProof;
import io.vavr.control.Either;

/** The direct flow: the number alone decides. */
final class FakeDirectOtpGateway implements DirectOtpGateway {

    private final FakeCallInterceptor fakeCallInterceptor;
    private final FakeOtpService codes;

    FakeDirectOtpGateway(FakeCallInterceptor fakeCallInterceptor, FakeOtpService codes) {
        this.fakeCallInterceptor = fakeCallInterceptor;
        this.codes = codes;
    }

    @Override
    public Either<ProviderFailure, SendVerdict> send(ConsentProof proof, IdentityNumber number) {
        return fakeCallInterceptor.call(
                ProviderCall.SEND_CODE, () -> codes.send(proof.use().session(), number));
    }

    @Override
    public Either<ProviderFailure, CodeVerdict> verify(ConsentProof proof, ProviderReference reference, OtpCode code) {
        return codes.verify(reference, code);
    }

    @Override
    public boolean acceptsVirtualIds() {
        return true;
    }
}
