package dev.kycport.app.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.stream.Collectors;

/** What somebody who mistyped a word probably meant. */
final class SpellingSuggestion {

    private SpellingSuggestion() {}

    /** A hint at the nearest known word, or at all of them if none is near. */
    static String suggest(String word, Collection<String> known) {
        return known.stream()
                .min(Comparator.comparingInt(candidate -> distance(word, candidate)))
                .filter(nearest -> distance(word, nearest) <= Math.max(2, nearest.length() / 3))
                .map(nearest -> "did you mean " + nearest + "?")
                .orElseGet(() -> known.isEmpty()
                        ? "none is known"
                        : "known: " + known.stream().sorted().collect(Collectors.joining(", ")));
    }

    // Levenshtein, one row at a time; both words are bounded by what fits a key.
    private static int distance(String left, String right) {
        String from = left.substring(0, Math.min(left.length(), 64));
        int[] row = new int[right.length() + 1];
        for (int j = 0; j <= right.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= right.length(); j++) {
                int substituted = diagonal + (from.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substituted, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[right.length()];
    }
}
