package dev.kycport.adapter.fake;

import dev.kycport.domain.Flow;
import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.ProviderReference;
import dev.kycport.domain.identity.DocumentType;
import dev.kycport.ports.ConnectionVerdict;
import dev.kycport.ports.DigiLockerGateway;
import dev.kycport.tck.Canary;
import dev.kycport.tck.DigiLockerGatewayContract;
import dev.kycport.tck.ProviderBehaviour;
import dev.kycport.tck.Sample;
import dev.kycport.tck.Showing;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

class FakeDigiLockerGatewayTest extends DigiLockerGatewayContract {

    @Override
    protected Showing<DigiLockerGateway> showing(ProviderBehaviour behaviour) {
        DigiLockerGateway gateway =
                Scripted.provider(behaviour, Flow.DIGILOCKER).digiLocker().orElseThrow();
        Showing<DigiLockerGateway> showing = Showing.withoutWire(Fake.ID, gateway);
        if (behaviour.isFailure()) {
            return showing;
        }
        boolean aboutDocuments = behaviour.calls(Flow.DIGILOCKER).equals(List.of(ProviderCall.COLLECT_DOCUMENTS));
        ProviderReference offer = offer(gateway, wanted(behaviour));
        return showing.knowing(aboutDocuments ? connected(gateway, offer) : offer);
    }

    @Override
    protected Canary canary() {
        return Scripted.CANARY;
    }

    // The fake shares what it was asked for, so the Aadhaar is withheld where it was not asked for.
    private static Set<DocumentType> wanted(ProviderBehaviour behaviour) {
        return behaviour == ProviderBehaviour.AADHAAR_WITHHELD
                ? EnumSet.of(DocumentType.PAN, DocumentType.DRIVING_LICENCE)
                : Sample.everyDocument();
    }

    private static ProviderReference offer(DigiLockerGateway gateway, Set<DocumentType> wanted) {
        return gateway.offer(
                        Sample.anyProof(Fake.ID, ProviderCall.OFFER_AUTHORIZATION), Sample.anyRedirectUrl(), wanted)
                .get()
                .reference();
    }

    private ProviderReference connected(DigiLockerGateway gateway, ProviderReference offer) {
        ConnectionVerdict verdict = gateway.connect(
                        Sample.anyProof(Fake.ID, ProviderCall.TAKE_UP_AUTHORIZATION), offer, canary().grant())
                .get();
        if (verdict instanceof ConnectionVerdict.Connected) {
            return offer;
        }
        throw new AssertionError("the fake does not accept its own grant");
    }
}
