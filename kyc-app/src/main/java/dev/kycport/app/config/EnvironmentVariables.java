package dev.kycport.app.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The environment, and which of its variables the configuration reads. */
final class EnvironmentVariables {

    private static final String PREFIX = "KYC_";

    private final Map<String, String> values;
    private final Set<String> read = new TreeSet<>();

    EnvironmentVariables(Map<String, String> values) {
        this.values = values;
    }

    Optional<String> find(String name) {
        read.add(name);
        return Optional.ofNullable(values.get(name));
    }

    /** What to warn about: each variable {@code KYC_…} that is neither read nor named in the file. */
    List<String> findUnused(String hocon) {
        return values.keySet().stream()
                .filter(name -> name.startsWith(PREFIX) && !read.contains(name) && !hocon.contains(name))
                .sorted()
                .map(name -> "environment variable " + Section.printable(name) + " is not used" + hint(name))
                .toList();
    }

    private String hint(String name) {
        String suggestion = SpellingSuggestion.suggest(name, read);
        return suggestion.endsWith("?") ? "; " + suggestion : "";
    }
}
