package dev.kycport.app.wiring;

import dev.kycport.app.KycService;
import dev.kycport.app.KycServiceBuilder;
import dev.kycport.app.Surroundings;
import dev.kycport.app.config.KycConfig;
import dev.kycport.ports.KycProvider;
import dev.kycport.ports.Stores;
import java.util.List;

/**
 * A running installation: the service, the providers behind it and the stores it writes to. Close it to release the stores.
 *
 * @param providers every configured provider, by name
 */
public record KycPort(KycService service, List<KycProvider> providers, Stores stores) implements AutoCloseable {

    /**
     * Starts what the configuration describes, on the machine's own clock. Opens no connection to a provider yet.
     *
     * @throws IllegalArgumentException if providers and routes do not go together; the message says how
     * @throws dev.kycport.ports.StoreUnavailableException if the store cannot be opened
     */
    public static KycPort from(KycConfig config) {
        return from(config, SystemSurroundings.create());
    }

    /** Starts what the configuration describes, in these surroundings. */
    public static KycPort from(KycConfig config, Surroundings surroundings) {
        Stores stores = config.store()
                .factory()
                .open(config.store().url(), config.store().settings());
        KycServiceBuilder builder = KycService.with(stores, surroundings).numbers(config.numbers());
        List<KycProvider> providers = config.providers().stream()
                .map(part -> add(part, builder, surroundings))
                .toList();
        if (config.routes().isEmpty()) {
            providers.forEach(builder::provider);
        }
        config.routes().forEach(builder::route);
        return new KycPort(builder.build(), providers, stores);
    }

    private static KycProvider add(KycConfig.ProviderPart part, KycServiceBuilder builder, Surroundings surroundings) {
        KycProvider provider = part.factory().create(part.settings(), surroundings.time());
        builder.known(provider).policies(provider.id(), part.policies().apply(provider.policies()));
        return provider;
    }

    @Override
    public void close() {
        stores.close();
    }
}
