package dev.kycport.app.runtime;

import dev.kycport.app.config.Plugins;
import dev.kycport.ports.spi.ArchiveFactory;
import dev.kycport.ports.spi.EvidenceVerifierFactory;
import dev.kycport.ports.spi.ProviderFactory;
import dev.kycport.ports.spi.ProviderGuard;
import dev.kycport.ports.spi.StoreFactory;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;

/** The adapters on the class path, found by {@link ServiceLoader}. */
public final class InstalledPlugins {

    private InstalledPlugins() {}

    /** Every adapter; providers are in alphabetical order, so that the order of the class path does not matter. */
    public static Plugins find() {
        return new Plugins(
                load(ProviderFactory.class).stream()
                        .sorted(Comparator.comparing(factory -> factory.id().value()))
                        .toList(),
                load(StoreFactory.class),
                load(ProviderGuard.class),
                load(ArchiveFactory.class),
                load(EvidenceVerifierFactory.class));
    }

    private static <T> List<T> load(Class<T> type) {
        return ServiceLoader.load(type).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }
}
