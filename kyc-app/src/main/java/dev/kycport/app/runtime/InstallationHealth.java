package dev.kycport.app.runtime;

import dev.kycport.domain.ProviderId;
import dev.kycport.ports.observe.ProviderHealth;
import dev.kycport.ports.store.StoreStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The state of a running installation at one moment, as plain values: for a health check, a page or a metric. Holds no secret and
 * no personal data.
 *
 * @param at the time of this node
 * @param problems what an operator has to look at, one sentence each; empty if all is well. An open circuit is none: a vendor is
 *     the vendor's problem, and routes go round it
 * @param store the state of a persistent store that can be reached and takes writes
 * @param clockSkew how far this node is ahead of the database's clock, negative if behind; empty if the store has no clock of its
 *     own or cannot be asked
 * @param lastReconciliation when this process last reconciled the due sessions with success
 * @param lastPurge when this process last purged with success
 * @param circuits the guards of the providers, where there are some
 */
public record InstallationHealth(
        Instant at,
        List<String> problems,
        Optional<StoreStatus> store,
        Optional<Duration> clockSkew,
        Optional<Instant> lastReconciliation,
        Optional<Instant> lastPurge,
        Map<ProviderId, ProviderHealth> circuits) {

    public InstallationHealth {
        problems = List.copyOf(problems);
        circuits = Map.copyOf(circuits);
    }

    /** Whether an operator has nothing to do: the node can take steps, and the background tasks do their work. */
    public boolean isHealthy() {
        return problems.isEmpty();
    }

    /** How long the longest due session has waited to be reconciled; zero if none is due. */
    public Duration oldestDueAge() {
        return store.flatMap(StoreStatus::oldestDue)
                .map(due -> Duration.between(due, at))
                .orElse(Duration.ZERO);
    }
}
