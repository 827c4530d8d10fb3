package dev.kycport.host.cli;

import dev.kycport.app.wiring.InstalledPlugins;
import java.util.Iterator;

/** What the shell offers behind {@code --provider}. */
final class ProviderNames implements Iterable<String> {

    @Override
    public Iterator<String> iterator() {
        return InstalledPlugins.find().providers().stream()
                .map(factory -> factory.id().value())
                .iterator();
    }
}
