package dev.kycport.spring.boot;

import dev.kycport.app.runtime.KycRuntime;
import dev.kycport.domain.consent.SubjectRef;
import dev.kycport.ports.spi.GuardedProvider;
import dev.kycport.ports.store.StoreUnavailableException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Whether the store answers, and the circuits of the providers. An open circuit is a detail and no failure: the vendor is away, and
 * a restart of this application changes nothing.
 *
 * @param problem what is wrong with the store; empty if it answers
 */
public record StoreHealth(Optional<String> problem, Map<String, Object> details) {

    private static final SubjectRef NOBODY = new SubjectRef("kycport-health");

    /** Asks the store, with one small query. */
    public static StoreHealth of(KycRuntime runtime) {
        Map<String, Object> circuits = circuits(runtime);
        Map<String, Object> details = circuits.isEmpty() ? Map.of() : Map.of("circuits", circuits);
        try {
            runtime.stores().sessions().findLive(NOBODY);
            return new StoreHealth(Optional.empty(), details);
        } catch (StoreUnavailableException failed) {
            return new StoreHealth(Optional.of(String.valueOf(failed.getMessage())), details);
        }
    }

    /** The circuit of each provider that has a guard, by the provider's name. */
    static Map<String, Object> circuits(KycRuntime runtime) {
        Map<String, Object> circuits = new LinkedHashMap<>();
        runtime.providers().forEach(provider -> {
            if (provider instanceof GuardedProvider guarded) {
                circuits.put(provider.id().value(), guarded.health().circuit().code());
            }
        });
        return circuits;
    }
}
