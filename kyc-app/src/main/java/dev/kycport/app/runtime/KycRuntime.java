package dev.kycport.app.runtime;

import dev.kycport.app.KycService;
import dev.kycport.app.KycServiceBuilder;
import dev.kycport.app.config.KycConfig;
import dev.kycport.app.internal.maintenance.BackgroundTask;
import dev.kycport.app.maintenance.Retention;
import dev.kycport.app.observe.Observers;
import dev.kycport.app.step.KycEnvironment;
import dev.kycport.ports.spi.KycProvider;
import dev.kycport.ports.store.SessionArchive;
import dev.kycport.ports.store.Stores;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A running installation: the service, the providers behind it and the stores it writes to. In the background it settles what
 * is due and, where the store is one that lasts, lets go of what was kept long enough. Close it to stop that and to release the
 * stores, after the steps under way: see {@link KycService#close}.
 *
 * @param providers every configured provider, by name; each a {@link dev.kycport.ports.spi.GuardedProvider} where a guard is on
 *     the class path
 * @param retention empty where everything goes with the process anyway
 * @param closeAction stops what runs in the background and releases what is held; may be called more than once
 */
public record KycRuntime(
        KycService service,
        List<KycProvider> providers,
        Stores stores,
        Optional<Retention> retention,
        Runnable closeAction)
        implements AutoCloseable {

    // Commands that are over in a moment do not begin a purge.
    private static final Duration FIRST_PURGE_DELAY = Duration.ofMinutes(1);

    /**
     * Starts what the configuration describes, on the machine's own clock. Opens no connection to a provider yet.
     *
     * @throws dev.kycport.app.config.KycConfigException if providers and routes do not go together, or a persistent store has no archive
     * @throws dev.kycport.ports.store.StoreUnavailableException if the store cannot be opened
     */
    public static KycRuntime from(KycConfig config) {
        return from(config, SystemEnvironment.create());
    }

    /** Starts the same with nothing in the background: for a program that does one thing and ends. */
    public static KycRuntime withoutMaintenance(KycConfig config) {
        return start(config, SystemEnvironment.create(), Observers.none());
    }

    /** Starts what the configuration describes, in these surroundings. */
    public static KycRuntime from(KycConfig config, KycEnvironment kycEnvironment) {
        return from(config, kycEnvironment, Observers.none());
    }

    /** Starts what the configuration describes, in these surroundings and before these onlookers. */
    public static KycRuntime from(KycConfig config, KycEnvironment kycEnvironment, Observers observers) {
        KycRuntime port = start(config, kycEnvironment, observers);
        MaintenanceScheduler scheduler = startMaintenance(config, port);
        return new KycRuntime(port.service, port.providers, port.stores, port.retention, () -> {
            scheduler.close();
            port.close();
        });
    }

    private static KycRuntime start(KycConfig config, KycEnvironment kycEnvironment, Observers observers) {
        List<KycProvider> providers = config.createProviders(kycEnvironment.clock(), observers.meter());
        Optional<SessionArchive> archive = config.createArchive(kycEnvironment.clock());
        // Last, so that whatever is wrong leaves no store open behind it.
        Stores stores = config.store()
                .factory()
                .open(config.store().url(), config.store().settings());
        KycServiceBuilder builder = KycService.builder(stores, kycEnvironment).observers(observers);
        KycService service = service(config, providers, builder);
        Optional<Retention> retention =
                archive.flatMap(opened -> retention(config.retention(), opened, stores, service, kycEnvironment));
        return new KycRuntime(service, providers, stores, retention, () -> {
            service.close();
            stores.close();
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
            KycConfig.RetentionPart config,
            SessionArchive archive,
            Stores stores,
            KycService service,
            KycEnvironment kycEnvironment) {
        return stores.admin()
                .map(adminStores -> new Retention(
                        adminStores.retention(),
                        archive,
                        service::reconcileDueSessions,
                        kycEnvironment,
                        new Retention.Periods(config.live(), config.archived())));
    }

    private static MaintenanceScheduler startMaintenance(KycConfig config, KycRuntime port) {
        MaintenanceScheduler scheduler = new MaintenanceScheduler();
        scheduler.schedule(
                new BackgroundTask("settling what is due", port.service::reconcileDueSessions),
                Duration.ZERO,
                config.maintenance().interval());
        port.retention.ifPresent(retention -> scheduler.schedule(
                new BackgroundTask("purging what was kept long enough", retention::purge),
                FIRST_PURGE_DELAY,
                config.retention().purgeInterval()));
        return scheduler;
    }

    @Override
    public void close() {
        closeAction.run();
    }
}
