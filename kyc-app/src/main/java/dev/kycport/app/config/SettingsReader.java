package dev.kycport.app.config;

import dev.kycport.ports.spi.Credential;
import dev.kycport.ports.spi.Setting;
import dev.kycport.ports.spi.Settings;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads and checks the settings that a factory declared. */
final class SettingsReader {

    private static final String FILE_SUFFIX = "-file";
    private static final int MAX_SECRET_BYTES = 64 * 1024;
    private static final Duration MAX_DURATION = Duration.ofHours(24);
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final Section section;

    SettingsReader(Section section) {
        this.section = section;
    }

    /** Every key that the section may have for these settings. */
    static Stream<String> keys(List<Setting<?>> settings) {
        return settings.stream()
                .flatMap(setting -> Stream.concat(Stream.of(setting.key()), fileKey(setting, settings).stream()));
    }

    // Who declares such a key as well reads the file itself.
    private static Optional<String> fileKey(Setting<?> setting, List<Setting<?>> settings) {
        return Optional.of(setting.key() + FILE_SUFFIX)
                .filter(key -> setting.kind() == Setting.Kind.CREDENTIAL)
                .filter(key -> settings.stream().map(Setting::key).noneMatch(key::equals));
    }

    Settings read(List<Setting<?>> settings) {
        Map<String, Object> values = new HashMap<>();
        settings.forEach(setting -> value(setting, fileKey(setting, settings).filter(section::has))
                .ifPresent(value -> values.put(setting.key(), value)));
        return new CheckedSettings(values);
    }

    private Optional<?> value(Setting<?> setting, Optional<String> file) {
        boolean silent = !section.has(setting.key()) && file.isEmpty();
        if (silent && setting.required()) {
            section.addProblem(
                    setting.key(), "is missing; it must be " + setting.kind().description());
        }
        return silent ? setting.defaultValue() : configured(setting, file);
    }

    private Optional<?> configured(Setting<?> setting, Optional<String> file) {
        String key = setting.key();
        String phrase = setting.kind().description();
        return switch (setting.kind()) {
            case TEXT -> section.text(key).filter(word -> isChoice(setting, word));
            case URL -> section.text(key).flatMap(text -> url(key, text));
            case DURATION ->
                section.read(key, phrase, ConfigValueParser::duration).filter(length -> isInRange(key, length));
            case SIZE -> section.read(key, phrase, ConfigValueParser::size).filter(size -> isPositive(key, size));
            case COUNT -> section.read(key, phrase, ConfigValueParser::count).filter(count -> isPositive(key, count));
            case CREDENTIAL -> credential(key, file).map(Credential::new);
        };
    }

    private boolean isChoice(Setting<?> setting, String word) {
        boolean allowed = setting.choices().isEmpty() || setting.choices().contains(word);
        if (!allowed) {
            section.addProblem(
                    setting.key(), "is not a word it knows; " + SpellingSuggestion.suggest(word, setting.choices()));
        }
        return allowed;
    }

    private Optional<URI> url(String key, String text) {
        try {
            URI url = new URI(text);
            boolean named = url.getHost() != null && url.getUserInfo() == null;
            boolean secure = "https".equalsIgnoreCase(url.getScheme());
            boolean local = "http".equalsIgnoreCase(url.getScheme())
                    && LOOPBACK.contains(String.valueOf(url.getHost()).toLowerCase(Locale.ROOT));
            if (named && (secure || local)) {
                return Optional.of(url);
            }
        } catch (URISyntaxException malformed) {
            section.addProblem(key, "is not a URL");
            return Optional.empty();
        }
        section.addProblem(key, "must be an https URL, or http on a loopback address, without a user in it");
        return Optional.empty();
    }

    private boolean isInRange(String key, Duration length) {
        boolean fits = !length.isNegative() && length.compareTo(MAX_DURATION) <= 0;
        if (!fits) {
            section.addProblem(key, "must be from 0 s to 24 h");
        }
        return fits;
    }

    private boolean isPositive(String key, long number) {
        if (number < 1) {
            section.addProblem(key, "must be at least 1");
        }
        return number >= 1;
    }

    private Optional<String> credential(String key, Optional<String> file) {
        Optional<String> value = file.isPresent() ? file.flatMap(this::content) : section.text(key);
        if (value.filter(String::isBlank).isPresent()) {
            section.addProblem(key, "is empty");
        }
        // A library that refuses such a header or parameter would quote it.
        if (value.filter(secret -> secret.chars().anyMatch(Character::isISOControl))
                .isPresent()) {
            section.addProblem(key, "must not hold control characters");
        }
        return value.filter(secret -> !secret.isBlank());
    }

    private Optional<String> content(String key) {
        return section.text(key).flatMap(file -> content(key, file));
    }

    private Optional<String> content(String key, String file) {
        try {
            Path path = Path.of(file);
            if (Files.size(path) > MAX_SECRET_BYTES) {
                section.addProblem(key, "names a file that is too large for a secret");
                return Optional.empty();
            }
            return Optional.of(Files.readString(path).strip());
        } catch (IOException | InvalidPathException unreadable) {
            section.addProblem(key, "names a file that cannot be read");
            return Optional.empty();
        }
    }
}
