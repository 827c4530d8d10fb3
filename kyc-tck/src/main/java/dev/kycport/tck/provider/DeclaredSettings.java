package dev.kycport.tck.provider;

import dev.kycport.ports.spi.Credential;
import dev.kycport.ports.spi.Setting;
import dev.kycport.ports.spi.Settings;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Settings as a host hands them over: values for declared settings only, each of the type of its kind. Notes how they are read. */
final class DeclaredSettings implements Settings {

    private final List<Setting<?>> declared;
    private final Map<String, Object> values = new HashMap<>();
    private final List<Setting<?>> read = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    /** The defaults of these settings, and these values by their keys. */
    DeclaredSettings(List<Setting<?>> declared, Map<String, Object> configured) {
        this.declared = List.copyOf(declared);
        declared.forEach(setting -> setting.defaultValue().ifPresent(value -> values.put(setting.key(), value)));
        values.putAll(configured);
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> Optional<T> find(Setting<T> setting) {
        read.add(setting);
        if (!declared.contains(setting)) {
            problems.add(
                    declared.stream().anyMatch(other -> other.key().equals(setting.key()))
                            ? setting.key() + " is read in another form than it is declared in: " + setting
                            : setting.key() + " is read and not declared, so a host refuses it as unknown");
        }
        return Optional.ofNullable((T) values.get(setting.key()));
    }

    /** The value of that key, without it counting as read. */
    Optional<Object> value(String key) {
        return Optional.ofNullable(values.get(key));
    }

    /** What is wrong with the way in which they were read. */
    List<String> problems() {
        return List.copyOf(problems);
    }

    /** The keys of declared settings that nobody has read. */
    List<String> unread() {
        return declared.stream()
                .filter(setting -> !read.contains(setting))
                .map(Setting::key)
                .toList();
    }

    /** The Java type of the values of that kind. */
    static Class<?> type(Setting.Kind kind) {
        return switch (kind) {
            case TEXT -> String.class;
            case URL -> URI.class;
            case DURATION -> Duration.class;
            case SIZE -> Long.class;
            case COUNT -> Integer.class;
            case CREDENTIAL -> Credential.class;
        };
    }
}
