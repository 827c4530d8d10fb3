package dev.kycport.adapter.resilience4j;

import dev.kycport.domain.Flow;
import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.ProviderReference;
import dev.kycport.domain.digilocker.AuthorizationRequest;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.identity.DocumentType;
import dev.kycport.ports.gateway.DigiLockerGateway;
import dev.kycport.ports.spi.KycProvider;
import dev.kycport.tck.DigiLockerGatewayContract;
import dev.kycport.tck.recording.GatewayUnderTest;
import dev.kycport.tck.recording.ProviderBehaviour;
import dev.kycport.tck.sample.SampleValues;
import dev.kycport.tck.secrecy.Canary;
import io.vavr.control.Either;
import java.util.EnumSet;
import java.util.Set;

class GuardedDigiLockerContractTest extends DigiLockerGatewayContract {

    @Override
    protected GatewayUnderTest<DigiLockerGateway> gatewayShowing(ProviderBehaviour behaviour) {
        return GuardedFake.gatewayUnderTest(
                behaviour, Flow.DIGILOCKER, KycProvider::digiLocker, gateway -> reference(behaviour, gateway));
    }

    @Override
    protected Canary canary() {
        return GuardedFake.CANARY;
    }

    // The fake shares what it was asked for, so the Aadhaar is withheld where it was not asked for.
    private static Set<DocumentType> wanted(ProviderBehaviour behaviour) {
        return behaviour == ProviderBehaviour.AADHAAR_WITHHELD
                ? EnumSet.of(DocumentType.PAN, DocumentType.DRIVING_LICENCE)
                : SampleValues.everyDocument();
    }

    // Documents are collected once the grant was taken up; a grant works once, so not before it is shown.
    private static Either<ProviderFailure, ProviderReference> reference(
            ProviderBehaviour behaviour, DigiLockerGateway gateway) {
        Either<ProviderFailure, ProviderReference> offered = gateway.requestAuthorization(
                        GuardedFake.proof(ProviderCall.OFFER_AUTHORIZATION),
                        SampleValues.anyRedirectUrl(),
                        wanted(behaviour))
                .map(AuthorizationRequest::reference);
        return behaviour.calls(Flow.DIGILOCKER).contains(ProviderCall.TAKE_UP_AUTHORIZATION)
                ? offered
                : offered.flatMap(reference -> gateway.exchangeGrant(
                                GuardedFake.proof(ProviderCall.TAKE_UP_AUTHORIZATION),
                                reference,
                                GuardedFake.CANARY.grant())
                        .map(connected -> reference));
    }
}
