package dev.kycport.adapter.resilience4j;

import dev.kycport.domain.Flow;
import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.ProviderReference;
import dev.kycport.domain.digilocker.AuthorizationOffer;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.identity.DocumentType;
import dev.kycport.ports.DigiLockerGateway;
import dev.kycport.ports.KycProvider;
import dev.kycport.tck.Canary;
import dev.kycport.tck.DigiLockerGatewayContract;
import dev.kycport.tck.ProviderBehaviour;
import dev.kycport.tck.Sample;
import dev.kycport.tck.Showing;
import io.vavr.control.Either;
import java.util.EnumSet;
import java.util.Set;

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

    // The fake shares what it was asked for, so the Aadhaar is withheld where it was not asked for.
    private static Set<DocumentType> wanted(ProviderBehaviour behaviour) {
        return behaviour == ProviderBehaviour.AADHAAR_WITHHELD
                ? EnumSet.of(DocumentType.PAN, DocumentType.DRIVING_LICENCE)
                : Sample.everyDocument();
    }

    // Documents are collected once the grant was taken up; a grant works once, so not before it is shown.
    private static Either<ProviderFailure, ProviderReference> reference(
            ProviderBehaviour behaviour, DigiLockerGateway gateway) {
        Either<ProviderFailure, ProviderReference> offered = gateway.offer(
                        GuardedFake.proof(ProviderCall.OFFER_AUTHORIZATION), Sample.anyRedirectUrl(), wanted(behaviour))
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
