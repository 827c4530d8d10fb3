package dev.kycport.host.cli;

import dev.kycport.domain.Flow;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What there is to say about an installed provider.
 *
 * @param flows which it offers, once configured
 * @param routes at which place of which flow's route it stands, from 1
 * @param missing the settings without which it cannot be configured
 */
record ProviderRow(
        String name,
        Set<Flow> flows,
        Map<Flow, Integer> routes,
        boolean configured,
        boolean developmentOnly,
        List<String> missing) {

    ProviderRow {
        flows = Set.copyOf(flows);
        routes = Map.copyOf(routes);
        missing = List.copyOf(missing);
    }
}
