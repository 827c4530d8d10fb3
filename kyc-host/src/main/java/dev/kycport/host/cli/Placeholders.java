package dev.kycport.host.cli;

import dev.kycport.ports.Credential;
import dev.kycport.ports.Setting;
import dev.kycport.ports.Settings;
import java.util.Optional;

/** Settings for a provider that is asked what it offers and nothing else: the usual ones, and credentials that are none. */
final class Placeholders implements Settings {

    // Only credentials have no usual value where they are required.
    @SuppressWarnings("unchecked")
    @Override
    public <T> Optional<T> find(Setting<T> setting) {
        return setting.required() && setting.kind() == Setting.Kind.CREDENTIAL
                ? Optional.of((T) new Credential("placeholder"))
                : setting.usual();
    }
}
