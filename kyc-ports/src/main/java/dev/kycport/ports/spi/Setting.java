package dev.kycport.ports.spi;

import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * A configuration key of a provider, guard or store. Declared rather than read, so that the application can validate
 * all keys, suggest the nearest known one and list them.
 *
 * @param key the last part of its path, such as {@code base-url}
 * @param kind how the configured value is parsed, and so its Java type
 * @param defaultValue the value if the key is not configured
 * @param choices the allowed words; empty if any is
 * @param required whether the key must be configured
 */
public record Setting<T>(String key, Kind kind, Optional<T> defaultValue, Set<String> choices, boolean required) {

    public Setting {
        choices = Set.copyOf(choices);
    }

    /** An https URL, or http on a loopback address. */
    public static Setting<URI> url(String key, String defaultValue) {
        return new Setting<>(key, Kind.URL, Optional.of(URI.create(defaultValue)), Set.of(), false);
    }

    /** A secret that must be configured, normally from the environment. */
    public static Setting<Credential> credential(String key) {
        return new Setting<>(key, Kind.CREDENTIAL, Optional.empty(), Set.of(), true);
    }

    /** A secret that may be configured. */
    public static Setting<Credential> optionalCredential(String key) {
        return new Setting<>(key, Kind.CREDENTIAL, Optional.empty(), Set.of(), false);
    }

    /** A duration, from zero. */
    public static Setting<Duration> duration(String key, Duration defaultValue) {
        return new Setting<>(key, Kind.DURATION, Optional.of(defaultValue), Set.of(), false);
    }

    /** A size in bytes, such as {@code 8 MiB}. */
    public static Setting<Long> size(String key, long defaultValue) {
        return new Setting<>(key, Kind.SIZE, Optional.of(defaultValue), Set.of(), false);
    }

    /** A whole number from one. */
    public static Setting<Integer> count(String key, int defaultValue) {
        return new Setting<>(key, Kind.COUNT, Optional.of(defaultValue), Set.of(), false);
    }

    /** Any text. */
    public static Setting<String> text(String key, String defaultValue) {
        return new Setting<>(key, Kind.TEXT, Optional.of(defaultValue), Set.of(), false);
    }

    /** Any text, which must be configured. */
    public static Setting<String> requiredText(String key) {
        return new Setting<>(key, Kind.TEXT, Optional.empty(), Set.of(), true);
    }

    /** Any text, or none. */
    public static Setting<String> optionalText(String key) {
        return new Setting<>(key, Kind.TEXT, Optional.empty(), Set.of(), false);
    }

    /** One of these words. */
    public static Setting<String> choice(String key, String defaultValue, String... others) {
        Set<String> choices = new HashSet<>(Set.of(others));
        choices.add(defaultValue);
        return new Setting<>(key, Kind.TEXT, Optional.of(defaultValue), choices, false);
    }

    /** How a configured value is parsed. */
    public enum Kind {
        /** A {@link String}. */
        TEXT("a text"),
        /** A {@link URI}. */
        URL("a URL"),
        /** A {@link Duration}. */
        DURATION("a duration such as 30s"),
        /** A {@link Long} number of bytes. */
        SIZE("a size such as 8 MiB"),
        /** An {@link Integer}. */
        COUNT("a whole number from 1"),
        /** A {@link Credential}. */
        CREDENTIAL("a secret");

        private final String description;

        Kind(String phrase) {
            this.description = phrase;
        }

        /** A phrase for messages, such as "a whole number from 1". */
        public String description() {
            return description;
        }
    }
}
