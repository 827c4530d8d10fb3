package dev.kycport.adapter.fake;

import dev.kycport.domain.Flow;
import dev.kycport.domain.ProviderCall;
import dev.kycport.ports.spi.KycProvider;
import dev.kycport.tck.recording.ProviderBehaviour;
import dev.kycport.tck.sample.MovableClock;
import dev.kycport.tck.secrecy.Canary;

/** The fake as it shows a behaviour of the contract kit: by a configured outcome. */
final class ScriptedFake {

    /** The secrets that the fake takes for right. */
    static final Canary CANARY =
            Canary.DEFAULT.withNumberAndCode("999941057058", "123456").withAnswers("KYC42", "granted");

    private ScriptedFake() {}

    static KycProvider provider(ProviderBehaviour behaviour, Flow flow) {
        FakeConfig config = FakeConfig.defaults();
        for (ProviderCall call : behaviour.calls(flow)) {
            config = config.withOutcome(call, behaviour.expectedCode().orElse(FakeConfig.MAGIC));
        }
        return FakeProviderFactory.provider(config, MovableClock.atSampleTime());
    }
}
