package dev.kycport.app.runtime;

import dev.kycport.app.config.Plugins;
import dev.kycport.ports.spi.ProviderFactory;
import dev.kycport.ports.spi.ProviderGuard;
import dev.kycport.ports.spi.StoreFactory;
import java.util.Comparator;
import java.util.ServiceLoader;

/** The adapters on the class path, found by {@link ServiceLoader}. */
public final class InstalledPlugins {

    private InstalledPlugins() {}

    /** Everything there is, the providers in alphabetical order, so that no class path order shows through. */
    public static Plugins find() {
        return new Plugins(
                ServiceLoader.load(ProviderFactory.class).stream()
                        .map(ServiceLoader.Provider::get)
                        .sorted(Comparator.comparing(factory -> factory.id().value()))
                        .toList(),
                ServiceLoader.load(StoreFactory.class).stream()
                        .map(ServiceLoader.Provider::get)
                        .toList(),
                ServiceLoader.load(ProviderGuard.class).stream()
                        .map(ServiceLoader.Provider::get)
                        .toList());
    }
}
