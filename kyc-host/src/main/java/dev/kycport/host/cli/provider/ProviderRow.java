package dev.kycport.host.cli.provider;

import dev.kycport.domain.Flow;
import dev.kycport.ports.observe.ProviderHealth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An installed provider.
 *
 * @param flows the flows that it offers once configured
 * @param routes its position in the route of each flow, from 1
 * @param missing its required settings, if it is not configured
 * @param health the state of its circuit breaker and limits, if it has them
 * @param reachability the result of the reachability check, if it ran
 */
public record ProviderRow(
        String name,
        Set<Flow> flows,
        Map<Flow, Integer> routes,
        boolean configured,
        boolean developmentOnly,
        List<String> missing,
        Optional<ProviderHealth> health,
        Optional<Reachability> reachability) {

    public ProviderRow {
        flows = Set.copyOf(flows);
        routes = Map.copyOf(routes);
        missing = List.copyOf(missing);
    }
}
