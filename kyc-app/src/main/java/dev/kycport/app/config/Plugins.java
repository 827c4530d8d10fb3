package dev.kycport.app.config;

import dev.kycport.domain.ProviderId;
import dev.kycport.ports.spi.ArchiveFactory;
import dev.kycport.ports.spi.EvidenceVerifierFactory;
import dev.kycport.ports.spi.ProviderFactory;
import dev.kycport.ports.spi.ProviderGuard;
import dev.kycport.ports.spi.StoreFactory;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The adapters on the class path.
 *
 * @param providers the providers that a configuration can name
 * @param stores open the store of the configuration
 * @param guards wrap every provider; at most one
 * @param archives receive the sessions that are purged from a persistent store; exactly one if there is such a store
 * @param verifiers check signed documents; at most one
 */
public record Plugins(
        List<ProviderFactory> providers,
        List<StoreFactory> stores,
        List<ProviderGuard> guards,
        List<ArchiveFactory> archives,
        List<EvidenceVerifierFactory> verifiers) {

    public Plugins {
        providers = List.copyOf(providers);
        stores = List.copyOf(stores);
        guards = List.copyOf(guards);
        archives = List.copyOf(archives);
        verifiers = List.copyOf(verifiers);
    }

    /** These adapters, without a verifier of signed documents. */
    public Plugins(
            List<ProviderFactory> providers,
            List<StoreFactory> stores,
            List<ProviderGuard> guards,
            List<ArchiveFactory> archives) {
        this(providers, stores, guards, archives, List.of());
    }

    /** These providers and stores, without a guard and an archive. */
    public Plugins(List<ProviderFactory> providers, List<StoreFactory> stores) {
        this(providers, stores, List.of(), List.of());
    }

    /** The same adapters and this store, such as one on the host's own connection pool. */
    public Plugins withStore(StoreFactory store) {
        return new Plugins(
                providers, Stream.concat(Stream.of(store), stores.stream()).toList(), guards, archives, verifiers);
    }

    /** The same adapters, with this provider in place of one of the same name. */
    public Plugins withProvider(ProviderFactory provider) {
        return new Plugins(
                Stream.concat(
                                providers.stream().filter(other -> !other.id().equals(provider.id())),
                                Stream.of(provider))
                        .toList(),
                stores,
                guards,
                archives,
                verifiers);
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
