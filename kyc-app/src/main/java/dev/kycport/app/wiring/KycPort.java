package dev.kycport.app.wiring;

import dev.kycport.app.KycService;
import dev.kycport.app.KycServiceBuilder;
import dev.kycport.app.Onlookers;
import dev.kycport.app.Surroundings;
import dev.kycport.app.config.KycConfig;
import dev.kycport.ports.KycProvider;
import dev.kycport.ports.Stores;
import java.util.List;

/**
 * A running installation: the service, the providers behind it and the stores it writes to. Close it to release the stores.
 *
 * @param providers every configured provider, by name; each a {@link dev.kycport.ports.GuardedProvider} where a guard is on
 *     the class path
 */
public record KycPort(KycService service, List<KycProvider> providers, Stores stores) implements AutoCloseable {

    /**
     * Starts what the configuration describes, on the machine's own clock. Opens no connection to a provider yet.
     *
     * @throws dev.kycport.app.config.KycConfigException if providers and routes do not go together
     * @throws dev.kycport.ports.StoreUnavailableException if the store cannot be opened
     */
    public static KycPort from(KycConfig config) {
        return from(config, SystemSurroundings.create());
    }

    /** Starts what the configuration describes, in these surroundings. */
    public static KycPort from(KycConfig config, Surroundings surroundings) {
        return from(config, surroundings, Onlookers.none());
    }

    /** Starts what the configuration describes, in these surroundings and before these onlookers. */
    public static KycPort from(KycConfig config, Surroundings surroundings, Onlookers onlookers) {
        List<KycProvider> providers = config.createProviders(surroundings.time(), onlookers.meter());
        // Last, so that whatever is wrong leaves no store open behind it.
        Stores stores = config.store()
                .factory()
                .open(config.store().url(), config.store().settings());
        KycServiceBuilder builder = KycService.with(stores, surroundings).onlookers(onlookers);
        return new KycPort(service(config, providers, builder), providers, stores);
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

    @Override
    public void close() {
        stores.close();
    }
}
