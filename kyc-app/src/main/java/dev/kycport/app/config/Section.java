package dev.kycport.app.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import com.typesafe.config.ConfigValueType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

/**
 * One object of the configuration with the path to it. The environment comes first: {@code kyc.store.url} is overridden by
 * {@code KYC_STORE_URL}.
 */
final class Section {

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\x{80}-\\x{9f}\\x{2028}\\x{2029}]");
    private static final int MAX_KEY_LENGTH = 64;

    private final String path;
    private final ConfigObject object;
    private final EnvironmentVariables environment;
    private final List<String> problems;
    private final Set<String> renamed = new HashSet<>();

    Section(String path, ConfigObject object, EnvironmentVariables environment, List<String> problems) {
        this.path = path;
        this.object = object;
        this.environment = environment;
        this.problems = problems;
    }

    Collection<String> keys() {
        return object.keySet();
    }

    boolean has(String key) {
        return value(key).isPresent();
    }

    /** Reports a key that has a new name, in the file or in the environment. */
    void rejectRenamed(String old, String replacement) {
        String firstKey = old.split("\\.", 2)[0];
        if (object.containsKey(firstKey)
                || environment.find(environmentVariable(old)).isPresent()) {
            renamed.add(firstKey);
            addProblem(old, "was renamed to " + path + "." + replacement);
        }
    }

    /** Reports every key that is not one of these. */
    void allowOnly(Collection<String> known) {
        allowOnly(known, "");
    }

    /** Reports every key that is not one of these, and what else may be wrong. */
    void allowOnly(Collection<String> known, String hint) {
        object.keySet().stream()
                .filter(key -> !known.contains(key) && !renamed.contains(key))
                .sorted()
                .forEach(key -> addProblem(key, "is unknown; " + SpellingSuggestion.suggest(key, known) + hint));
    }

    void addProblem(String key, String text) {
        problems.add(pathOf(key) + " " + text);
    }

    /** The object of that key, empty if there is none. */
    Section section(String key) {
        ConfigValue value = object.get(key);
        if (value instanceof ConfigObject inner) {
            return new Section(pathOf(key), inner, environment, problems);
        }
        if (value != null) {
            addProblem(key, "must be an object in braces");
        }
        // Then what else it lacks is not reported.
        List<String> collected = value == null ? problems : new ArrayList<>();
        return new Section(pathOf(key), ConfigFactory.empty().root(), environment, collected);
    }

    /** A word, or nothing; a value that is none is a problem. */
    Optional<String> text(String key) {
        return read(key, "a text", Config::getString);
    }

    /** A list of words, or nothing; in the environment they are divided by commas. */
    Optional<List<String>> texts(String key) {
        return value(key)
                .map(value -> isFromEnvironment(key) ? splitAtCommas(value) : value)
                .flatMap(value -> read(key, value, "a list of texts", Config::getStringList));
    }

    /** A value read in that way, or nothing; one that cannot be is a problem. */
    <T> Optional<T> read(String key, String phrase, BiFunction<Config, String, T> parser) {
        return value(key).flatMap(value -> read(key, value, phrase, parser));
    }

    // The message of the library's exception contains the value.
    private <T> Optional<T> read(String key, ConfigValue value, String phrase, BiFunction<Config, String, T> parser) {
        try {
            return Optional.of(parser.apply(value.atKey("value"), "value"));
        } catch (ConfigException | IllegalArgumentException wrong) {
            addProblem(key, "must be " + phrase);
            return Optional.empty();
        }
    }

    private Optional<ConfigValue> value(String key) {
        return environment
                .find(environmentVariable(key))
                .<ConfigValue>map(ConfigValueFactory::fromAnyRef)
                .or(() -> Optional.ofNullable(object.get(key)))
                .filter(value -> value.valueType() != ConfigValueType.NULL);
    }

    private boolean isFromEnvironment(String key) {
        return environment.find(environmentVariable(key)).isPresent();
    }

    private static ConfigValue splitAtCommas(ConfigValue value) {
        return ConfigValueFactory.fromIterable(
                Arrays.stream(value.unwrapped().toString().split(","))
                        .map(String::strip)
                        .toList());
    }

    /** A key as it may be printed: on one line and not too long. */
    static String printable(String key) {
        String line = CONTROL.matcher(key).replaceAll("?");
        return line.length() <= MAX_KEY_LENGTH ? line : line.substring(0, MAX_KEY_LENGTH) + "…";
    }

    private String pathOf(String key) {
        return path + "." + printable(key);
    }

    private String environmentVariable(String key) {
        return pathOf(key).toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }
}
