package dev.kycport.app.config;

import dev.kycport.ports.spi.Setting;
import dev.kycport.ports.spi.Settings;
import java.util.Map;
import java.util.Optional;

/** Settings whose values have been read as their kind demands. */
record CheckedSettings(Map<String, Object> values) implements Settings {

    // The reader chose the value's type by the setting's kind, which fixes T.
    @SuppressWarnings("unchecked")
    @Override
    public <T> Optional<T> find(Setting<T> setting) {
        return Optional.ofNullable((T) values.get(setting.key()));
    }

    /** The names only: the values may be secrets. */
    @Override
    public String toString() {
        return "Settings" + values.keySet();
    }
}
