package dev.kycport.host.cli;

import dev.kycport.app.wiring.InstalledPlugins;
import dev.kycport.ports.KeyFiles;
import dev.kycport.ports.StoreFactory;
import dev.kycport.ports.StoreUnavailableException;
import java.util.Optional;

/** Who knows how key files look: the stores that seal with them. */
final class Keys {

    private Keys() {}

    static KeyFiles files() {
        return InstalledPlugins.find().stores().stream()
                .map(StoreFactory::keyFiles)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> new StoreUnavailableException("no store on the class path seals with keys"));
    }
}
