package dev.kycport.adapter.fake;

import dev.kycport.domain.Flow;
import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.ProviderReference;
import dev.kycport.domain.identity.DocumentType;
import dev.kycport.ports.gateway.DigiLockerGateway;
import dev.kycport.ports.gateway.GrantVerdict;
import dev.kycport.tck.DigiLockerGatewayContract;
import dev.kycport.tck.recording.GatewayUnderTest;
import dev.kycport.tck.recording.ProviderBehaviour;
import dev.kycport.tck.sample.SampleValues;
import dev.kycport.tck.secrecy.Canary;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

class FakeDigiLockerGatewayTest extends DigiLockerGatewayContract {

    @Override
    protected GatewayUnderTest<DigiLockerGateway> gatewayShowing(ProviderBehaviour behaviour) {
        DigiLockerGateway gateway =
                ScriptedFake.provider(behaviour, Flow.DIGILOCKER).digiLocker().orElseThrow();
        GatewayUnderTest<DigiLockerGateway> gatewayUnderTest =
                GatewayUnderTest.withoutTraffic(FakeProviderFactory.ID, gateway);
        if (behaviour.isFailure()) {
            return gatewayUnderTest;
        }
        boolean aboutDocuments = behaviour.calls(Flow.DIGILOCKER).equals(List.of(ProviderCall.COLLECT_DOCUMENTS));
        ProviderReference offer = offer(gateway, wanted(behaviour));
        return gatewayUnderTest.withReference(aboutDocuments ? connected(gateway, offer) : offer);
    }

    @Override
    protected Canary canary() {
        return ScriptedFake.CANARY;
    }

    // The fake shares what it was asked for, so the Aadhaar is withheld where it was not asked for.
    private static Set<DocumentType> wanted(ProviderBehaviour behaviour) {
        return behaviour == ProviderBehaviour.AADHAAR_WITHHELD
                ? EnumSet.of(DocumentType.PAN, DocumentType.DRIVING_LICENCE)
                : SampleValues.everyDocument();
    }

    private static ProviderReference offer(DigiLockerGateway gateway, Set<DocumentType> wanted) {
        return gateway.requestAuthorization(
                        SampleValues.anyProof(FakeProviderFactory.ID, ProviderCall.OFFER_AUTHORIZATION),
                        SampleValues.anyRedirectUrl(),
                        wanted)
                .get()
                .reference();
    }

    private ProviderReference connected(DigiLockerGateway gateway, ProviderReference offer) {
        GrantVerdict verdict = gateway.exchangeGrant(
                        SampleValues.anyProof(FakeProviderFactory.ID, ProviderCall.TAKE_UP_AUTHORIZATION),
                        offer,
                        canary().grant())
                .get();
        if (verdict instanceof GrantVerdict.Connected) {
            return offer;
        }
        throw new AssertionError("the fake does not accept its own grant");
    }
}
