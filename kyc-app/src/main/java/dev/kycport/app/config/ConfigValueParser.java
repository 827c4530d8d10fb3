package dev.kycport.app.config;

import com.typesafe.config.Config;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * How numbers are read: more strictly than by the library, which takes 7.7 for the whole number 7, 30 for 30 milliseconds, and
 * NaN seconds for none.
 */
final class ConfigValueParser {

    private static final Pattern WHOLE = Pattern.compile("-?[0-9]+");
    private static final Pattern LENGTH = Pattern.compile("0|-?[0-9]+(\\.[0-9]+)? *[A-Za-z]+");
    private static final Pattern SIZE = Pattern.compile("-?[0-9]+(\\.[0-9]+)? *[A-Za-z]*");

    private ConfigValueParser() {}

    static int count(Config config, String path) {
        return checked(WHOLE, config, path).getInt(path);
    }

    /** A duration with its unit; nothing but zero goes without. */
    static Duration duration(Config config, String path) {
        return checked(LENGTH, config, path).getDuration(path);
    }

    static long size(Config config, String path) {
        return checked(SIZE, config, path).getBytes(path);
    }

    private static Config checked(Pattern form, Config config, String path) {
        if (!form.matcher(config.getString(path)).matches()) {
            throw new IllegalArgumentException("not of its form");
        }
        return config;
    }
}
