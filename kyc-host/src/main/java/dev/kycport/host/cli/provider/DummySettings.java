package dev.kycport.host.cli.provider;

import dev.kycport.ports.spi.Credential;
import dev.kycport.ports.spi.Setting;
import dev.kycport.ports.spi.Settings;
import java.util.Optional;

/** Settings for asking an unconfigured provider about its flows: the defaults, and placeholder credentials. */
final class DummySettings implements Settings {

    // Of the required settings, only credentials have no default.
    @SuppressWarnings("unchecked")
    @Override
    public <T> Optional<T> find(Setting<T> setting) {
        return setting.required() && setting.kind() == Setting.Kind.CREDENTIAL
                ? Optional.of((T) new Credential("placeholder"))
                : setting.defaultValue();
    }
}
