package dev.kycport.adapter.resilience4j;

import dev.kycport.adapter.fake.Fake;
import dev.kycport.adapter.fake.FakeConfig;
import dev.kycport.domain.Flow;
import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.ProviderId;
import dev.kycport.domain.ProviderReference;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.ports.ConsentProof;
import dev.kycport.ports.KycMeter;
import dev.kycport.ports.KycProvider;
import dev.kycport.tck.Canary;
import dev.kycport.tck.MovableClock;
import dev.kycport.tck.ProviderBehaviour;
import dev.kycport.tck.Sample;
import dev.kycport.tck.Showing;
import io.vavr.control.Either;
import java.util.Optional;
import java.util.function.Function;

/** The fake behind a guard, showing what the contract kit wants to see. */
final class GuardedFake {

    /** What the fake takes for right. */
    static final Canary CANARY = Canary.USUAL.with("999941057058", "123456").answering("KYC42", "granted");

    private GuardedFake() {}

    /** @param reference of a session that came this far, if the fake lets it */
    static <G> Showing<G> showing(
            ProviderBehaviour behaviour,
            Flow flow,
            Function<KycProvider, Optional<G>> gateway,
            Function<G, Either<ProviderFailure, ProviderReference>> reference) {
        KycProvider provider =
                ResilienceGuard.guard(fake(behaviour, flow), GuardConfig.usual(), MovableClock.usual(), KycMeter.NONE);
        G guarded = gateway.apply(provider).orElseThrow();
        return Showing.withoutWire(provider.id(), guarded)
                .knowing(reference.apply(guarded).getOrElse(Sample.anyReference()));
    }

    static ConsentProof proof(ProviderCall call) {
        return Sample.anyProof(new ProviderId("fake"), call);
    }

    private static KycProvider fake(ProviderBehaviour behaviour, Flow flow) {
        FakeConfig config = FakeConfig.usual();
        for (ProviderCall call : behaviour.calls(flow)) {
            config = config.answering(call, behaviour.expectedCode().orElse(""));
        }
        return Fake.provider(config, MovableClock.usual());
    }
}
