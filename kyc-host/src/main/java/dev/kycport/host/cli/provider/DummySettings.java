package dev.kycport.host.cli.provider;

import dev.kycport.ports.spi.Credential;
import dev.kycport.ports.spi.Setting;
import dev.kycport.ports.spi.Settings;
import java.util.Optional;

/** Settings for a provider that is asked what it offers and nothing else: the usual ones, and credentials that are none. */
final class DummySettings implements Settings {

    // Only credentials have no usual value where they are required.
    @SuppressWarnings("unchecked")
    @Override
    public <T> Optional<T> find(Setting<T> setting) {
        return setting.required() && setting.kind() == Setting.Kind.CREDENTIAL
                ? Optional.of((T) new Credential("placeholder"))
                : setting.defaultValue();
    }
}
