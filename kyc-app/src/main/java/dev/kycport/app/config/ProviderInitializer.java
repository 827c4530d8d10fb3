package dev.kycport.app.config;

import dev.kycport.domain.Flow;
import dev.kycport.domain.ProviderId;
import dev.kycport.ports.observe.KycMeter;
import dev.kycport.ports.spi.KycProvider;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Makes the providers of a configuration, and says what only they could know to be wrong with it. */
final class ProviderInitializer {

    private final KycConfig config;
    private final InstantSource time;
    private final KycMeter meter;
    private final List<String> problems = new ArrayList<>();

    ProviderInitializer(KycConfig config, InstantSource time, KycMeter meter) {
        this.config = config;
        this.time = time;
        this.meter = meter;
    }

    List<KycProvider> createAll() {
        Map<ProviderId, KycProvider> providers = new LinkedHashMap<>();
        config.providers()
                .forEach(part -> create(part)
                        .flatMap(provider -> guard(part, provider))
                        .ifPresent(provider -> providers.put(provider.id(), provider)));
        config.routes()
                .forEach((flow, route) -> route.stream()
                        .flatMap(name -> Optional.ofNullable(providers.get(name)).stream())
                        .filter(provider -> !provider.flows().contains(flow))
                        .forEach(provider -> problems.add("kyc.routes." + flow.code() + " names " + provider.id()
                                + ", which offers only " + flows(provider))));
        if (!problems.isEmpty()) {
            throw new KycConfigException(problems);
        }
        return List.copyOf(providers.values());
    }

    // A factory's message names keys and holds no secret.
    private Optional<KycProvider> create(KycConfig.ProviderPart part) {
        try {
            return Optional.of(part.factory().create(part.settings(), time));
        } catch (IllegalArgumentException unfit) {
            problems.add("kyc.providers." + part.factory().id() + "." + unfit.getMessage());
            return Optional.empty();
        }
    }

    private Optional<KycProvider> guard(KycConfig.ProviderPart part, KycProvider provider) {
        try {
            return Optional.of(part.guard()
                    .<KycProvider>map(guard -> guard.guard().guard(provider, guard.settings(), time, meter))
                    .orElse(provider));
        } catch (IllegalArgumentException unfit) {
            problems.add("kyc.providers." + provider.id() + ".guard." + unfit.getMessage());
            return Optional.empty();
        }
    }

    private static String flows(KycProvider provider) {
        return provider.flows().stream().map(Flow::code).sorted().collect(Collectors.joining(", "));
    }
}
