package dev.kycport.adapter.resilience4j;

import dev.kycport.adapter.fake.FakeConfig;
import dev.kycport.adapter.fake.FakeProviderFactory;
import dev.kycport.domain.Flow;
import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.ProviderId;
import dev.kycport.domain.ProviderReference;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.ports.observe.KycMeter;
import dev.kycport.ports.spi.KycProvider;
import dev.kycport.ports.store.ConsentProof;
import dev.kycport.tck.recording.GatewayUnderTest;
import dev.kycport.tck.recording.ProviderBehaviour;
import dev.kycport.tck.sample.MovableClock;
import dev.kycport.tck.sample.SampleValues;
import dev.kycport.tck.secrecy.Canary;
import io.vavr.control.Either;
import java.util.Optional;
import java.util.function.Function;

/** The fake behind a guard, showing what the contract kit wants to see. */
final class GuardedFake {

    /** What the fake takes for right. */
    static final Canary CANARY =
            Canary.DEFAULT.withNumberAndCode("999941057058", "123456").withAnswers("KYC42", "granted");

    private GuardedFake() {}

    /** @param reference of a session that came this far, if the fake lets it */
    static <G> GatewayUnderTest<G> gatewayUnderTest(
            ProviderBehaviour behaviour,
            Flow flow,
            Function<KycProvider, Optional<G>> gateway,
            Function<G, Either<ProviderFailure, ProviderReference>> reference) {
        KycProvider provider = ResilienceGuard.guard(
                fake(behaviour, flow), GuardConfig.defaults(), MovableClock.atSampleTime(), KycMeter.NONE);
        G guarded = gateway.apply(provider).orElseThrow();
        return GatewayUnderTest.withoutTraffic(provider.id(), guarded)
                .withReference(reference.apply(guarded).getOrElse(SampleValues.anyReference()));
    }

    static ConsentProof proof(ProviderCall call) {
        return SampleValues.anyProof(new ProviderId("fake"), call);
    }

    private static KycProvider fake(ProviderBehaviour behaviour, Flow flow) {
        FakeConfig config = FakeConfig.defaults();
        for (ProviderCall call : behaviour.calls(flow)) {
            config = config.withOutcome(call, behaviour.expectedCode().orElse(""));
        }
        return FakeProviderFactory.provider(config, MovableClock.atSampleTime());
    }
}
