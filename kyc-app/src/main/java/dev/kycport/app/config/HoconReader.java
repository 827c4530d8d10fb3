package dev.kycport.app.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigResolveOptions;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import com.typesafe.config.ConfigValueType;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;

/** Parses the text of a configuration and resolves its references. The library's own messages may quote a secret. */
final class HoconReader {

    private static final ConfigResolveOptions ALLOW_UNRESOLVED =
            ConfigResolveOptions.defaults().setAllowUnresolved(true);

    private final Map<String, String> environment;

    HoconReader(Map<String, String> environment) {
        this.environment = environment;
    }

    /** All of it, resolved. */
    ConfigObject read(String text) {
        try {
            return resolved(ConfigFactory.parseString(
                    text, ConfigParseOptions.defaults().setOriginDescription("configuration")));
        } catch (ConfigException malformed) {
            int line = malformed.origin() == null ? 1 : malformed.origin().lineNumber();
            throw new KycConfigException(List.of("the configuration is not HOCON at line " + Math.max(1, line)));
        }
    }

    private ConfigObject resolved(Config parsed) {
        Config whole = parsed.withFallback(ConfigValueFactory.fromMap(environment));
        ConfigObject root = parsed.resolveWith(whole.resolve(ALLOW_UNRESOLVED), ALLOW_UNRESOLVED)
                .root();
        List<String> problems = new ArrayList<>();
        unresolved(root, "", problems);
        if (!problems.isEmpty()) {
            throw new KycConfigException(problems);
        }
        return root;
    }

    private static void unresolved(ConfigObject object, String path, List<String> problems) {
        object.forEach((key, value) -> {
            String at = path + Section.printable(key);
            if (!isResolved(value)) {
                problems.add(at + " refers to something that is not set");
            } else if (value instanceof ConfigObject inner) {
                unresolved(inner, at + ".", problems);
            }
        });
    }

    // What is not resolved says so as soon as it is asked for its type.
    private static boolean isResolved(ConfigValue value) {
        try {
            return value instanceof ConfigList list
                    ? list.stream().allMatch(HoconReader::isResolved)
                    : EnumSet.allOf(ConfigValueType.class).contains(value.valueType());
        } catch (ConfigException.NotResolved reference) {
            return false;
        }
    }
}
