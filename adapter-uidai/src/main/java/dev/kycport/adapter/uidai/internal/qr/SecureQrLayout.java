package dev.kycport.adapter.uidai.internal.qr;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.StringTokenizer;

/**
 * The order of the fields in a version of the Secure QR.
 *
 * @param version such as {@code V2}
 * @param fields their names
 */
public record SecureQrLayout(String version, List<String> fields) {

    private static final String TABLE = "secure-qr-layouts.properties";
    private static final Map<String, SecureQrLayout> KNOWN = load();

    /** The layout of a version; empty if it is not known. */
    public static Optional<SecureQrLayout> of(String version) {
        return Optional.ofNullable(KNOWN.get(version));
    }

    private static Map<String, SecureQrLayout> load() {
        Properties table = new Properties();
        try (InputStream resource = SecureQrLayout.class.getResourceAsStream(TABLE)) {
            if (resource == null) {
                throw new IllegalStateException("adapter-uidai's jar lacks " + TABLE);
            }
            table.load(resource);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("could not read " + TABLE, unreadable);
        }
        Map<String, SecureQrLayout> layouts = new HashMap<>();
        table.stringPropertyNames()
                .forEach(version ->
                        layouts.put(version, new SecureQrLayout(version, names(table.getProperty(version, "")))));
        return Map.copyOf(layouts);
    }

    private static List<String> names(String line) {
        List<String> names = new ArrayList<>();
        StringTokenizer words = new StringTokenizer(line);
        while (words.hasMoreTokens()) {
            names.add(words.nextToken());
        }
        return List.copyOf(names);
    }
}
