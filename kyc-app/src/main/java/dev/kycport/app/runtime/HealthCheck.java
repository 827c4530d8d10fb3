package dev.kycport.app.runtime;

import dev.kycport.app.KycService;
import dev.kycport.app.internal.maintenance.BackgroundTask;
import dev.kycport.app.step.KycEnvironment;
import dev.kycport.domain.ProviderId;
import dev.kycport.ports.observe.ProviderHealth;
import dev.kycport.ports.spi.GuardedProvider;
import dev.kycport.ports.spi.KycProvider;
import dev.kycport.ports.store.StoreMonitor;
import dev.kycport.ports.store.StoreStatus;
import dev.kycport.ports.store.StoreUnavailableException;
import dev.kycport.ports.store.Stores;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Asks everything that the health of an installation consists of.
 *
 * @param reconciliation the background task, if it runs
 * @param purge the background task, if it runs
 * @param interval how often due sessions are reconciled
 */
record HealthCheck(
        KycService service,
        List<KycProvider> providers,
        StoreMonitor monitor,
        KycEnvironment environment,
        Optional<BackgroundTask> reconciliation,
        Optional<BackgroundTask> purge,
        Duration interval)
        implements Supplier<InstallationHealth> {

    // One round may be missed, or take long.
    private static final int MISSED_ROUNDS = 3;

    /** Of an installation that does nothing in the background. */
    static HealthCheck withoutTasks(
            KycService service,
            List<KycProvider> providers,
            Stores stores,
            KycEnvironment environment,
            Duration interval) {
        return new HealthCheck(
                service,
                providers,
                stores.admin().map(Stores.AdminStores::monitor).orElse(StoreMonitor.NONE),
                environment,
                Optional.empty(),
                Optional.empty(),
                interval);
    }

    /** The same check of an installation with these background tasks. */
    HealthCheck withTasks(BackgroundTask reconciling, Optional<BackgroundTask> purging) {
        return new HealthCheck(service, providers, monitor, environment, Optional.of(reconciling), purging, interval);
    }

    @Override
    public InstallationHealth get() {
        Instant now = environment.now();
        List<String> problems = new ArrayList<>();
        Optional<StoreStatus> store = ask(() -> monitor.status(now), problems);
        Optional<Duration> skew = store.isEmpty() ? Optional.empty() : ask(service::compareClocks, problems);
        skew.filter(far -> far.abs().compareTo(monitor.maxClockSkew()) > 0)
                .ifPresent(far -> problems.add("the clock of this node is " + far.toSeconds()
                        + " s away from the database's: no step is taken"));
        reconciliation.flatMap(BackgroundTask::problem).ifPresent(problems::add);
        purge.flatMap(BackgroundTask::problem).ifPresent(problems::add);
        InstallationHealth health = new InstallationHealth(
                now,
                problems,
                store,
                skew,
                reconciliation.flatMap(BackgroundTask::lastSuccess),
                purge.flatMap(BackgroundTask::lastSuccess),
                circuits());
        return isBehind(health) ? withProblem(health, "due sessions are not reconciled in time") : health;
    }

    private static <T> Optional<T> ask(Supplier<Optional<T>> question, List<String> problems) {
        try {
            return question.get();
        } catch (StoreUnavailableException unavailable) {
            problems.add(String.valueOf(unavailable.getMessage()));
            return Optional.empty();
        }
    }

    // Without background tasks here, another process may be the one that reconciles.
    private boolean isBehind(InstallationHealth health) {
        return reconciliation.isPresent() && health.oldestDueAge().compareTo(interval.multipliedBy(MISSED_ROUNDS)) > 0;
    }

    private static InstallationHealth withProblem(InstallationHealth health, String problem) {
        List<String> problems = new ArrayList<>(health.problems());
        problems.add(problem);
        return new InstallationHealth(
                health.at(),
                problems,
                health.store(),
                health.clockSkew(),
                health.lastReconciliation(),
                health.lastPurge(),
                health.circuits());
    }

    private Map<ProviderId, ProviderHealth> circuits() {
        return providers.stream()
                .filter(GuardedProvider.class::isInstance)
                .map(GuardedProvider.class::cast)
                .collect(Collectors.toMap(KycProvider::id, GuardedProvider::health));
    }
}
