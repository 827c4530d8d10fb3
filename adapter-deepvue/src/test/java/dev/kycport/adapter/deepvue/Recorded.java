package dev.kycport.adapter.deepvue;

import dev.kycport.adapter.feign.HttpSettings;
import dev.kycport.domain.Flow;
import dev.kycport.ports.KycProvider;
import dev.kycport.tck.Canary;
import dev.kycport.tck.MovableClock;
import dev.kycport.tck.ProviderBehaviour;
import dev.kycport.tck.RecordedProvider;
import dev.kycport.tck.Showing;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/** Deepvue as it was recorded. */
final class Recorded {

    private Recorded() {}

    static <G> Showing<G> showing(
            Flow flow, ProviderBehaviour behaviour, Canary canary, Function<KycProvider, G> gateway) {
        RecordedProvider deepvue = RecordedProvider.playing("deepvue", flow, behaviour, canary);
        KycProvider provider = at(deepvue.baseUrl(), canary, RecordedProvider.PATIENCE);
        return deepvue.showing(provider.id(), gateway.apply(provider));
    }

    /** Deepvue at this address, waiting so long for a reply. */
    static KycProvider at(URI url, Canary canary, Duration readTimeout) {
        return Deepvue.open(config(url, canary, readTimeout), MovableClock.usual());
    }

    static DeepvueConfig config(URI url, Canary canary, Duration readTimeout) {
        return new DeepvueConfig(
                new HttpSettings(
                        url,
                        Duration.ofSeconds(2),
                        readTimeout,
                        RecordedProvider.MOST_BYTES,
                        HttpSettings.USUAL_KEEP_ALIVE),
                canary.id(),
                canary.secret(),
                true,
                List.of("code", "digilocker_code"),
                List.of("state", "transaction_id", "initial_deepvue_transaction_id"),
                List.of("error"));
    }
}
