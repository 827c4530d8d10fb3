package dev.kycport.domain.digilocker;

import dev.kycport.domain.Secret;
import dev.kycport.domain.failure.InputField;
import dev.kycport.domain.failure.KycFailure;
import io.vavr.control.Either;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The URL with which the person's browser came back, whole or from the question mark on. It contains the one-time code,
 * so it is never printed. Only the provider's adapter knows the meaning of its parameters.
 */
public final class ReturnUrl extends Secret {

    private static final int MAX_LENGTH = 8192;

    private ReturnUrl(String url) {
        super(url);
    }

    /** The return; Left {@code input.invalid}. */
    public static Either<KycFailure, ReturnUrl> parse(@Nullable String text) {
        return InputField.RETURN_URL
                .parseText(text, MAX_LENGTH)
                .filterOrElse(url -> url.indexOf('?') >= 0, url -> InputField.RETURN_URL.reject("has no query"))
                .filterOrElse(
                        ReturnUrl::isDecodable, url -> InputField.RETURN_URL.reject("is not percent-encoded rightly"))
                .map(ReturnUrl::new);
    }

    /** The decoded query parameters; the first of repeated ones. Only adapters may call this. */
    public Map<String, String> revealParameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        Arrays.stream(query(reveal()).split("&"))
                .map(pair -> pair.split("=", 2))
                .forEach(pair -> {
                    parameters.putIfAbsent(decoded(pair[0]), pair.length == 2 ? decoded(pair[1]) : "");
                });
        return parameters;
    }

    private static String query(String url) {
        String behind = url.substring(url.indexOf('?') + 1);
        int fragment = behind.indexOf('#');
        return fragment < 0 ? behind : behind.substring(0, fragment);
    }

    private static boolean isDecodable(String url) {
        try {
            decoded(query(url));
            return true;
        } catch (IllegalArgumentException broken) {
            return false;
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
