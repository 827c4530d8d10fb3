package dev.kycport.app.config;

import dev.kycport.ports.spi.ProviderGuard;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads and checks what a configuration says of the guard on the class path. */
final class GuardReader {

    private static final String GUARD = "guard";

    private final List<ProviderGuard> guards;

    GuardReader(Plugins plugins) {
        this.guards = plugins.guards();
    }

    /** Reports several guards, since their order would be undefined. */
    void requireAtMostOne(List<String> problems) {
        if (guards.size() > 1) {
            problems.add("several guards are on the class path, of which one may stay: "
                    + guards.stream()
                            .map(guard -> guard.getClass().getName())
                            .sorted()
                            .collect(Collectors.joining(", ")));
        }
    }

    /** Its key in a provider's section; unknown where there is no guard, unless {@link #read} has more to say of it. */
    Stream<String> keys(Section provider) {
        return guards.isEmpty() && !provider.keys().contains(GUARD) ? Stream.of() : Stream.of(GUARD);
    }

    /** The guard of the provider in that section. */
    Optional<KycConfig.GuardPart> read(Section provider) {
        if (guards.isEmpty() && provider.keys().contains(GUARD)) {
            provider.addProblem(GUARD, "needs a guard on the class path, such as adapter-resilience4j");
        }
        return guards.stream().findFirst().map(guard -> read(guard, provider.section(GUARD)));
    }

    private static KycConfig.GuardPart read(ProviderGuard guard, Section section) {
        section.allowOnly(SettingsReader.keys(guard.settings()).toList());
        return new KycConfig.GuardPart(guard, new SettingsReader(section).read(guard.settings()));
    }
}
