package dev.kycport.host.cli.provider;

import dev.kycport.domain.Flow;
import dev.kycport.ports.observe.ProviderHealth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What there is to say about an installed provider.
 *
 * @param flows which it offers, once configured
 * @param routes at which place of which flow's route it stands, from 1
 * @param missing the settings without which it cannot be configured
 * @param health how its guard stands, if it is configured and has one
 * @param reachability whether anybody listens there, if that was to be looked at and it is on a network
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
