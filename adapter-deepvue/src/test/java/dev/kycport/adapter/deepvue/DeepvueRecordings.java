package dev.kycport.adapter.deepvue;

import dev.kycport.adapter.feign.HttpSettings;
import dev.kycport.domain.Flow;
import dev.kycport.ports.spi.KycProvider;
import dev.kycport.tck.recording.GatewayUnderTest;
import dev.kycport.tck.recording.ProviderBehaviour;
import dev.kycport.tck.recording.RecordedProvider;
import dev.kycport.tck.sample.MovableClock;
import dev.kycport.tck.secrecy.Canary;
import java.util.List;
import java.util.function.Function;

/** Deepvue as it was recorded. */
final class DeepvueRecordings {

    private DeepvueRecordings() {}

    static <G> GatewayUnderTest<G> gateway(
            Flow flow, ProviderBehaviour behaviour, Canary canary, Function<KycProvider, G> gateway) {
        RecordedProvider deepvue = RecordedProvider.replay("deepvue", flow, behaviour, canary);
        KycProvider provider = new DeepvueHttpCalls().open(deepvue.endpoint());
        return deepvue.underTest(provider.id(), gateway.apply(provider));
    }

    static KycProvider providerAt(HttpSettings http) {
        return DeepvueProviderFactory.create(config(http), MovableClock.atSampleTime());
    }

    static DeepvueConfig config(HttpSettings http) {
        return new DeepvueConfig(
                http,
                Canary.DEFAULT.id(),
                Canary.DEFAULT.secret(),
                true,
                List.of("code", "digilocker_code"),
                List.of("state", "transaction_id", "initial_deepvue_transaction_id"),
                List.of("error"));
    }
}
