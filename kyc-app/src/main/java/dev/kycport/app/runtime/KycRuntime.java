package dev.kycport.app.runtime;

import dev.kycport.app.KycService;
import dev.kycport.app.KycServiceBuilder;
import dev.kycport.app.config.KycConfig;
import dev.kycport.app.internal.maintenance.BackgroundTask;
import dev.kycport.app.internal.maintenance.SignerExpiryLog;
import dev.kycport.app.maintenance.Retention;
import dev.kycport.app.observe.Observers;
import dev.kycport.app.step.KycEnvironment;
import dev.kycport.ports.spi.KycProvider;
import dev.kycport.ports.store.SessionArchive;
import dev.kycport.ports.store.Stores;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A running installation: the service, its providers and its stores. In the background it reconciles due sessions and, if the
 * store is persistent, purges sessions after their retention. {@link #close} waits for the running steps, stops the background
 * tasks and closes the providers and the stores: see {@link KycService#close}.
 *
 * @param providers every configured provider, by name; each a {@link dev.kycport.ports.spi.GuardedProvider} where a guard is on
 *     the class path
 * @param retention empty if the store is in memory
 * @param healthCheck asks how the installation is
 * @param closeAction stops the background tasks and closes the providers and the stores; can be called more than once
 */
public record KycRuntime(
        KycService service,
        List<KycProvider> providers,
        Stores stores,
        Optional<Retention> retention,
        Supplier<InstallationHealth> healthCheck,
        Runnable closeAction)
        implements AutoCloseable {

    // A command that runs for a moment starts no purge.
    private static final Duration FIRST_PURGE_DELAY = Duration.ofMinutes(1);

    /**
     * Starts the configured installation on the system clock. Opens no connection to a provider yet.
     *
     * @throws dev.kycport.app.config.KycConfigException if providers and routes do not go together, or a persistent store has no archive
     * @throws dev.kycport.ports.store.StoreUnavailableException if the store cannot be opened
     */
    public static KycRuntime from(KycConfig config) {
        return from(config, SystemEnvironment.create());
    }

    /** Starts it without background tasks: for a program that does one thing and ends. */
    public static KycRuntime withoutMaintenance(KycConfig config) {
        return start(config, SystemEnvironment.create(), Observers.none());
    }

    /** Starts it with that clock and randomness. */
    public static KycRuntime from(KycConfig config, KycEnvironment environment) {
        return from(config, environment, Observers.none());
    }

    /** Starts it with that clock and randomness, and with a meter and listeners. */
    public static KycRuntime from(KycConfig config, KycEnvironment environment, Observers observers) {
        KycRuntime runtime = start(config, environment, observers);
        MaintenanceScheduler scheduler = new MaintenanceScheduler();
        BackgroundTask reconciliation = new BackgroundTask(
                "reconciling due sessions", environment.clock(), runtime.service::reconcileDueSessions);
        scheduler.schedule(reconciliation, Duration.ZERO, config.maintenance().interval());
        Optional<BackgroundTask> purge = runtime.retention.map(
                retention -> new BackgroundTask("purging old sessions", environment.clock(), retention::purge));
        purge.ifPresent(task ->
                scheduler.schedule(task, FIRST_PURGE_DELAY, config.retention().purgeInterval()));
        HealthCheck health = HealthCheck.withoutTasks(
                        runtime.service,
                        runtime.providers,
                        runtime.stores,
                        environment,
                        config.maintenance().interval())
                .withTasks(reconciliation, purge);
        return new KycRuntime(runtime.service, runtime.providers, runtime.stores, runtime.retention, health, () -> {
            scheduler.close();
            runtime.close();
        });
    }

    /**
     * How the installation is now. Writes nothing, but asks the store, so once every few seconds is often enough. Never throws: a
     * store that cannot be reached is a problem in the result.
     */
    public InstallationHealth health() {
        return healthCheck.get();
    }

    private static KycRuntime start(KycConfig config, KycEnvironment environment, Observers observers) {
        List<KycProvider> providers = config.createProviders(environment.clock(), observers.meter());
        Optional<SessionArchive> archive = config.createArchive(environment.clock());
        config.createEvidenceVerifier()
                .ifPresent(verifier -> SignerExpiryLog.warn(
                        verifier.signers(), environment.clock().instant()));
        // Last, so that a problem in the configuration leaves no store open.
        Stores stores = config.store()
                .factory()
                .open(config.store().url(), config.store().settings());
        KycServiceBuilder builder = KycService.builder(stores, environment).observers(observers);
        KycService service = service(config, providers, builder);
        service.compareClocks();
        Optional<Retention> retention =
                archive.flatMap(opened -> retention(config.retention(), opened, stores, service, environment));
        HealthCheck health = HealthCheck.withoutTasks(
                service, providers, stores, environment, config.maintenance().interval());
        return new KycRuntime(service, providers, stores, retention, health, () -> {
            service.close();
            try {
                providers.forEach(KycProvider::close);
            } finally {
                stores.close();
            }
        });
    }

    private static KycService service(KycConfig config, List<KycProvider> providers, KycServiceBuilder builder) {
        boolean routed = !config.routes().isEmpty();
        providers.forEach(provider -> {
            KycServiceBuilder added = routed ? builder.registerProvider(provider) : builder.provider(provider);
            added.policies(provider.id(), config.policies(provider));
        });
        config.routes().forEach(builder::route);
        return builder.numbers(config.numbers()).build();
    }

    private static Optional<Retention> retention(
            KycConfig.RetentionPart part,
            SessionArchive archive,
            Stores stores,
            KycService service,
            KycEnvironment environment) {
        return stores.admin()
                .map(adminStores -> new Retention(
                        adminStores.retention(),
                        archive,
                        service::reconcileDueSessions,
                        environment,
                        new Retention.Periods(part.live(), part.archived())));
    }

    @Override
    public void close() {
        closeAction.run();
    }
}
