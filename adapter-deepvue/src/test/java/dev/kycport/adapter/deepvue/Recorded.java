package dev.kycport.adapter.deepvue;

import dev.kycport.adapter.feign.HttpSettings;
import dev.kycport.domain.Flow;
import dev.kycport.ports.KycProvider;
import dev.kycport.tck.Canary;
import dev.kycport.tck.MovableClock;
import dev.kycport.tck.ProviderBehaviour;
import dev.kycport.tck.RecordedProvider;
import dev.kycport.tck.Showing;
import java.util.List;
import java.util.function.Function;

/** Deepvue as it was recorded. */
final class Recorded {

    private Recorded() {}

    static <G> Showing<G> showing(
            Flow flow, ProviderBehaviour behaviour, Canary canary, Function<KycProvider, G> gateway) {
        RecordedProvider deepvue = RecordedProvider.playing("deepvue", flow, behaviour, canary);
        KycProvider provider = new DeepvueCalls().open(deepvue.link());
        return deepvue.showing(provider.id(), gateway.apply(provider));
    }

    static KycProvider at(HttpSettings http) {
        return Deepvue.open(config(http), MovableClock.usual());
    }

    static DeepvueConfig config(HttpSettings http) {
        return new DeepvueConfig(
                http,
                Canary.USUAL.id(),
                Canary.USUAL.secret(),
                true,
                List.of("code", "digilocker_code"),
                List.of("state", "transaction_id", "initial_deepvue_transaction_id"),
                List.of("error"));
    }
}
