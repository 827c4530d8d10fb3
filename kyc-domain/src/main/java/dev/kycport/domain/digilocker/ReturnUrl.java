package dev.kycport.domain.digilocker;

import dev.kycport.domain.Secret;
import dev.kycport.domain.failure.InputField;
import dev.kycport.domain.failure.KycFailure;
import io.vavr.control.Either;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The URL with which the person's browser came back, whole or from the question mark on. It holds the one-time code, so it
 * prints as nothing; which of its parameters means what is known to the provider's adapter alone. Read tolerantly, because
 * browsers, mail programs and people change URLs on the way; the state in it is what proves that it is ours.
 */
public final class ReturnUrl extends Secret {

    private static final int MAX_LENGTH = 8192;
    private static final Pattern LINE_BREAKS_AND_OUTER_BLANKS =
            Pattern.compile("[\\r\\n\\t]+|^[\\s\\p{Z}\\x{200B}\\x{FEFF}]+|[\\s\\p{Z}\\x{200B}\\x{FEFF}]+$");
    // A second question mark divides like & where a name follows it: a vendor appended "?code=" to a URL with a query.
    private static final Pattern DIVIDER = Pattern.compile("&amp;|&|\\?(?=[A-Za-z0-9_.-]+=)");
    private static final Pattern LONE_PERCENT = Pattern.compile("%(?![0-9A-Fa-f]{2})");

    private ReturnUrl(String url) {
        super(url);
    }

    /** The return, or why the text cannot be one. Line breaks are removed, and blanks around it. */
    public static Either<KycFailure, ReturnUrl> parse(@Nullable String text) {
        return InputField.RETURN_URL
                .parseText(
                        text == null
                                ? ""
                                : LINE_BREAKS_AND_OUTER_BLANKS.matcher(text).replaceAll(""),
                        MAX_LENGTH)
                .filterOrElse(url -> url.indexOf('?') >= 0, url -> InputField.RETURN_URL.reject("has no query"))
                .map(ReturnUrl::new);
    }

    /**
     * The query's parameters, decoded; of a repeated one the first counts. A percent sign that encodes nothing stands for
     * itself. Only adapters may ask.
     */
    public Map<String, String> revealParameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String parameter : DIVIDER.split(query(reveal()), 0)) {
            String[] pair = parameter.split("=", 2);
            parameters.putIfAbsent(decoded(pair[0]), pair.length == 2 ? decoded(pair[1]) : "");
        }
        return parameters;
    }

    private static String query(String url) {
        String behind = url.substring(url.indexOf('?') + 1);
        int fragment = behind.indexOf('#');
        return fragment < 0 ? behind : behind.substring(0, fragment);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(LONE_PERCENT.matcher(text).replaceAll("%25"), StandardCharsets.UTF_8);
    }
}
