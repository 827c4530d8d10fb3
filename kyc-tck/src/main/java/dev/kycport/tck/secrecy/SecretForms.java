package dev.kycport.tck.secrecy;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One secret in all the forms in which it could slip through, as one pattern. */
final class SecretForms {

    private static final int SHORTEST_ENCODED = 6;
    private static final int SHORTEST_NUMBER = 12;
    private static final String GAP = "(?:[ ._+\u00a0-]|%20|%2D)*";

    // A few invented secrets, each looked for many times.
    private static final Map<String, SecretForms> KNOWN = new ConcurrentHashMap<>();

    private final Pattern pattern;

    private SecretForms(Pattern pattern) {
        this.pattern = pattern;
    }

    static SecretForms of(String secret) {
        return KNOWN.computeIfAbsent(secret, SecretForms::compile);
    }

    private static SecretForms compile(String secret) {
        boolean digits = secret.chars().allMatch(Character::isDigit);
        Set<String> forms = new LinkedHashSet<>();
        if (digits) {
            forms.add(grouped(secret));
        } else {
            forms.add(Pattern.quote(secret));
            forms.add(Pattern.quote(URLEncoder.encode(secret, StandardCharsets.UTF_8)));
        }
        if (secret.length() >= SHORTEST_ENCODED) {
            forms.add("(?i:" + HexFormat.of().formatHex(utf8(secret)) + ")");
            forms.addAll(base64(secret));
        }
        return new SecretForms(Pattern.compile(String.join("|", forms)));
    }

    boolean isIn(String text) {
        return pattern.matcher(text).find();
    }

    String redact(String text, String name) {
        return pattern.matcher(text).replaceAll(Matcher.quoteReplacement(name));
    }

    // Of a long number even its start is too much, since only the last four digits may be shown. Six digits mean
    // something only if they stand alone.
    private static String grouped(String digits) {
        if (digits.length() < SHORTEST_NUMBER) {
            return "(?<![0-9])" + spread(digits) + "(?![0-9])";
        }
        int hidden = digits.length() - 4;
        return spread(digits.substring(0, hidden)) + "(?:" + GAP + spread(digits.substring(hidden)) + ")?";
    }

    private static String spread(String digits) {
        return digits.chars().mapToObj(Character::toString).collect(Collectors.joining(GAP));
    }

    // Base64 looks different for each of the three places at which a text can start; the ends depend on the neighbours.
    private static Set<String> base64(String secret) {
        Set<String> forms = new LinkedHashSet<>();
        for (int shift = 0; shift < 3; shift++) {
            byte[] shifted = utf8(" ".repeat(shift) + secret);
            String whole = Base64.getEncoder().withoutPadding().encodeToString(shifted);
            int from = (shift * 8 + 5) / 6;
            int to = shifted.length * 8 / 6;
            String core = whole.substring(from, to);
            forms.add(Pattern.quote(core));
            forms.add(Pattern.quote(core.replace('+', '-').replace('/', '_')));
        }
        return forms;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
