package dev.kycport.app.wiring;

import dev.kycport.app.Chore;
import dev.kycport.app.KycService;
import dev.kycport.app.KycServiceBuilder;
import dev.kycport.app.Onlookers;
import dev.kycport.app.Retention;
import dev.kycport.app.Surroundings;
import dev.kycport.app.config.KycConfig;
import dev.kycport.ports.KycProvider;
import dev.kycport.ports.Stores;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A running installation: the service, the providers behind it and the stores it writes to. In the background it settles what
 * is due and, where the store is one that lasts, lets go of what was kept long enough. Close it to stop that and to release the
 * stores, after the steps under way: see {@link KycService#close}.
 *
 * @param providers every configured provider, by name; each a {@link dev.kycport.ports.GuardedProvider} where a guard is on
 *     the class path
 * @param retention empty where everything goes with the process anyway
 * @param closing stops what runs in the background and releases what is held; may be called more than once
 */
public record KycPort(
        KycService service, List<KycProvider> providers, Stores stores, Optional<Retention> retention, Runnable closing)
        implements AutoCloseable {

    // Commands that are over in a moment do not begin a purge.
    private static final Duration BEFORE_THE_FIRST_PURGE = Duration.ofMinutes(1);

    /**
     * Starts what the configuration describes, on the machine's own clock. Opens no connection to a provider yet.
     *
     * @throws dev.kycport.app.config.KycConfigException if providers and routes do not go together
     * @throws dev.kycport.ports.StoreUnavailableException if the store cannot be opened
     */
    public static KycPort from(KycConfig config) {
        return from(config, SystemSurroundings.create());
    }

    /** Starts the same with nothing in the background: for a program that does one thing and ends. */
    public static KycPort withoutUpkeep(KycConfig config) {
        return start(config, SystemSurroundings.create(), Onlookers.none());
    }

    /** Starts what the configuration describes, in these surroundings. */
    public static KycPort from(KycConfig config, Surroundings surroundings) {
        return from(config, surroundings, Onlookers.none());
    }

    /** Starts what the configuration describes, in these surroundings and before these onlookers. */
    public static KycPort from(KycConfig config, Surroundings surroundings, Onlookers onlookers) {
        KycPort port = start(config, surroundings, onlookers);
        Daemon daemon = daemon(config, port);
        return new KycPort(port.service, port.providers, port.stores, port.retention, () -> {
            daemon.close();
            port.close();
        });
    }

    private static KycPort start(KycConfig config, Surroundings surroundings, Onlookers onlookers) {
        List<KycProvider> providers = config.createProviders(surroundings.time(), onlookers.meter());
        // Last, so that whatever is wrong leaves no store open behind it.
        Stores stores = config.store()
                .factory()
                .open(config.store().url(), config.store().settings());
        KycServiceBuilder builder = KycService.with(stores, surroundings).onlookers(onlookers);
        KycService service = service(config, providers, builder);
        Optional<Retention> retention = retention(config.retention(), stores, service, surroundings);
        return new KycPort(service, providers, stores, retention, () -> {
            service.close();
            stores.close();
        });
    }

    private static KycService service(KycConfig config, List<KycProvider> providers, KycServiceBuilder builder) {
        boolean routed = !config.routes().isEmpty();
        providers.forEach(provider -> {
            KycServiceBuilder added = routed ? builder.known(provider) : builder.provider(provider);
            added.policies(provider.id(), config.policies(provider));
        });
        config.routes().forEach(builder::route);
        return builder.numbers(config.numbers()).build();
    }

    private static Optional<Retention> retention(
            KycConfig.RetentionPart part, Stores stores, KycService service, Surroundings surroundings) {
        return stores.keeping()
                .map(keeping -> new Retention(
                        keeping.retention(),
                        new FileArchive(part.archive(), surroundings.time()),
                        service::settleDue,
                        surroundings,
                        new Retention.Terms(part.live(), part.archived())));
    }

    private static Daemon daemon(KycConfig config, KycPort port) {
        Daemon daemon = new Daemon();
        daemon.repeat(
                new Chore("settling what is due", port.service::settleDue),
                Duration.ZERO,
                config.upkeep().every());
        port.retention.ifPresent(retention -> daemon.repeat(
                new Chore("purging what was kept long enough", retention::purge),
                BEFORE_THE_FIRST_PURGE,
                config.retention().every()));
        return daemon;
    }

    @Override
    public void close() {
        closing.run();
    }
}
