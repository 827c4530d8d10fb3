package dev.kycport.adapter.resilience4j;

import dev.kycport.domain.Flow;
import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.ProviderReference;
import dev.kycport.domain.digilocker.AuthorizationOffer;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.ports.DigiLockerGateway;
import dev.kycport.ports.KycProvider;
import dev.kycport.tck.Canary;
import dev.kycport.tck.DigiLockerGatewayContract;
import dev.kycport.tck.ProviderBehaviour;
import dev.kycport.tck.Sample;
import dev.kycport.tck.Showing;
import io.vavr.control.Either;

class GuardedDigiLockerContractTest extends DigiLockerGatewayContract {

    @Override
    protected Showing<DigiLockerGateway> showing(ProviderBehaviour behaviour) {
        return GuardedFake.showing(
                behaviour, Flow.DIGILOCKER, KycProvider::digiLocker, gateway -> reference(behaviour, gateway));
    }

    @Override
    protected Canary canary() {
        return GuardedFake.CANARY;
    }

    // Documents are collected once the grant was taken up; a grant works once, so not before it is shown.
    private static Either<ProviderFailure, ProviderReference> reference(
            ProviderBehaviour behaviour, DigiLockerGateway gateway) {
        Either<ProviderFailure, ProviderReference> offered = gateway.offer(
                        GuardedFake.proof(ProviderCall.OFFER_AUTHORIZATION),
                        Sample.anyRedirectUrl(),
                        Sample.everyDocument())
                .map(AuthorizationOffer::reference);
        return behaviour.calls(Flow.DIGILOCKER).contains(ProviderCall.TAKE_UP_AUTHORIZATION)
                ? offered
                : offered.flatMap(reference -> gateway.connect(
                                GuardedFake.proof(ProviderCall.TAKE_UP_AUTHORIZATION),
                                reference,
                                GuardedFake.CANARY.grant())
                        .map(connected -> reference));
    }
}
