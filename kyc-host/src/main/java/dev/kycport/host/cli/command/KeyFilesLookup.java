package dev.kycport.host.cli.command;

import dev.kycport.app.runtime.InstalledPlugins;
import dev.kycport.ports.spi.StoreFactory;
import dev.kycport.ports.store.KeyFiles;
import dev.kycport.ports.store.StoreUnavailableException;
import java.util.Optional;

/** Who knows how key files look: the stores that seal with them. */
final class KeyFilesLookup {

    private KeyFilesLookup() {}

    static KeyFiles find() {
        return InstalledPlugins.find().stores().stream()
                .map(StoreFactory::keyFiles)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> new StoreUnavailableException("no store on the class path seals with keys"));
    }
}
