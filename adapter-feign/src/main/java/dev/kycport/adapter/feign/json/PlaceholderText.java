package dev.kycport.adapter.feign.json;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Recognizes texts that a program writes where it has no value, such as {@code null null}, {@code N/A} or {@code -}. */
final class PlaceholderText {

    private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
    private static final Pattern HAS_LETTER_OR_DIGIT = Pattern.compile("[\\p{L}\\p{N}]");
    private static final Set<String> WORDS =
            Set.of("null", "nil", "none", "undefined", "nan", "na", "unknown", "blank", "empty");
    private static final Set<String> PHRASES =
            Set.of("n a", "not available", "not applicable", "not provided", "not found", "no name", "no data");

    private PlaceholderText() {}

    static boolean matches(String text) {
        String words = SEPARATORS
                .matcher(text.toLowerCase(Locale.ROOT))
                .replaceAll(" ")
                .strip();
        return !HAS_LETTER_OR_DIGIT.matcher(words).find()
                || PHRASES.contains(words)
                || WORDS.containsAll(List.of(words.split(" ")))
                || words.matches("(x ?)+");
    }
}
