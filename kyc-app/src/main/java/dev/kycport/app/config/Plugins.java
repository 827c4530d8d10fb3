package dev.kycport.app.config;

import dev.kycport.domain.ProviderId;
import dev.kycport.ports.spi.ProviderFactory;
import dev.kycport.ports.spi.ProviderGuard;
import dev.kycport.ports.spi.StoreFactory;
import java.util.List;
import java.util.Optional;

/**
 * What is on the class path.
 *
 * @param providers the adapters that a configuration can name
 * @param stores those that its store can be opened by
 * @param guards what stands before every provider; at most one
 */
public record Plugins(List<ProviderFactory> providers, List<StoreFactory> stores, List<ProviderGuard> guards) {

    public Plugins {
        providers = List.copyOf(providers);
        stores = List.copyOf(stores);
        guards = List.copyOf(guards);
    }

    /** These, and no guard. */
    public Plugins(List<ProviderFactory> providers, List<StoreFactory> stores) {
        this(providers, stores, List.of());
    }

    Optional<ProviderFactory> provider(String name) {
        return providers.stream()
                .filter(factory -> factory.id().value().equals(name))
                .findFirst();
    }

    Optional<StoreFactory> store(String url) {
        return stores.stream().filter(factory -> factory.supports(url)).findFirst();
    }

    List<String> providerNames() {
        return providers.stream()
                .map(ProviderFactory::id)
                .map(ProviderId::value)
                .toList();
    }
}
