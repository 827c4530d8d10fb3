package dev.kycport.ports.spi;

import java.util.Optional;

/** The validated values of the {@link Setting settings} that a factory declared. */
public interface Settings {

    /** The configured value, or the default, or nothing. */
    <T> Optional<T> find(Setting<T> setting);

    /** The value of a setting that is required or has a default. */
    default <T> T get(Setting<T> setting) {
        return find(setting).orElseThrow(() -> new IllegalArgumentException(setting.key() + " is not set"));
    }
}
