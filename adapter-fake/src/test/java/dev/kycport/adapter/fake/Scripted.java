package dev.kycport.adapter.fake;

import dev.kycport.domain.Flow;
import dev.kycport.domain.ProviderCall;
import dev.kycport.ports.KycProvider;
import dev.kycport.tck.Canary;
import dev.kycport.tck.MovableClock;
import dev.kycport.tck.ProviderBehaviour;

/** The fake as it shows a behaviour of the contract kit: by the outcome that it is told to come to. */
final class Scripted {

    /** The secrets that the fake takes for right. */
    static final Canary CANARY = Canary.USUAL.with("999941057058", "123456").answering("KYC42", "granted");

    private Scripted() {}

    static KycProvider provider(ProviderBehaviour behaviour, Flow flow) {
        FakeConfig config = FakeConfig.usual();
        for (ProviderCall call : behaviour.calls(flow)) {
            config = config.answering(call, behaviour.expectedCode().orElse(FakeConfig.MAGIC));
        }
        return Fake.provider(config, MovableClock.usual());
    }
}
