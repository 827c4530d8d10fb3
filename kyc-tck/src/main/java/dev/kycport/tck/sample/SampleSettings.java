package dev.kycport.tck.sample;

import dev.kycport.ports.spi.Setting;
import dev.kycport.ports.spi.Settings;
import java.util.Map;
import java.util.Optional;

/** Settings with these values by their keys, and the defaults of all others. */
public record SampleSettings(Map<String, Object> values) implements Settings {

    @Override
    @SuppressWarnings("unchecked")
    public <T> Optional<T> find(Setting<T> setting) {
        return Optional.ofNullable((T) values.get(setting.key())).or(setting::defaultValue);
    }
}
