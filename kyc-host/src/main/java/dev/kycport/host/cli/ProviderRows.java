package dev.kycport.host.cli;

import dev.kycport.app.wiring.SystemSurroundings;
import dev.kycport.domain.Flow;
import dev.kycport.domain.ProviderId;
import dev.kycport.ports.GuardedProvider;
import dev.kycport.ports.Health;
import dev.kycport.ports.KycProvider;
import dev.kycport.ports.ProviderFactory;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Looks over what is installed. No store is opened and no provider called; it is knocked at those that are to be checked. */
final class ProviderRows {

    private final Installation installation;
    private final InstantSource time = SystemSurroundings.create().time();
    private final List<KycProvider> configured;
    private final Map<ProviderId, CompletableFuture<Knock>> knocks = new HashMap<>();

    ProviderRows(Installation installation, boolean checking) {
        this.installation = installation;
        this.configured = installation.config().createProviders(time);
        if (checking) {
            knock(Knocker.usual());
        }
    }

    List<ProviderRow> all() {
        return installation.plugins().providers().stream().map(this::row).toList();
    }

    private ProviderRow row(ProviderFactory factory) {
        Optional<KycProvider> provider = configured.stream()
                .filter(candidate -> candidate.id().equals(factory.id()))
                .findFirst();
        return new ProviderRow(
                factory.id().value(),
                provider.orElseGet(() -> factory.create(new Placeholders(), time))
                        .flows(),
                routes(factory.id()),
                provider.isPresent(),
                factory.forDevelopmentOnly(),
                provider.isPresent() ? List.of() : installation.required(factory),
                provider.flatMap(ProviderRows::health),
                Optional.ofNullable(knocks.get(factory.id())).map(CompletableFuture::join));
    }

    // At all of them before any is waited for.
    private void knock(Knocker knocker) {
        configured.forEach(
                provider -> provider.endpoint().ifPresent(endpoint -> knocks.put(provider.id(), knocker.at(endpoint))));
    }

    private static Optional<Health> health(KycProvider provider) {
        return provider instanceof GuardedProvider guarded ? Optional.of(guarded.health()) : Optional.empty();
    }

    private Map<Flow, Integer> routes(ProviderId id) {
        Map<Flow, Integer> places = new EnumMap<>(Flow.class);
        for (Flow flow : Flow.values()) {
            int at = route(flow).indexOf(id);
            if (at >= 0) {
                places.put(flow, at + 1);
            }
        }
        return places;
    }

    // Where no routes are configured, every provider stands in those of its flows.
    private List<ProviderId> route(Flow flow) {
        Map<Flow, List<ProviderId>> routes = installation.config().routes();
        return routes.isEmpty()
                ? configured.stream()
                        .filter(provider -> provider.flows().contains(flow))
                        .map(KycProvider::id)
                        .toList()
                : routes.getOrDefault(flow, List.of());
    }
}
