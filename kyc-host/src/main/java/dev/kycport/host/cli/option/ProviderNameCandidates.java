package dev.kycport.host.cli.option;

import dev.kycport.app.runtime.InstalledPlugins;
import java.util.Iterator;

/** The completion candidates of {@code --provider}. */
public final class ProviderNameCandidates implements Iterable<String> {

    @Override
    public Iterator<String> iterator() {
        return InstalledPlugins.find().providers().stream()
                .map(factory -> factory.id().value())
                .iterator();
    }
}
