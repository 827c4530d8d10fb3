package dev.kycport.http.internal.web;

import dev.kycport.domain.Bytes;
import io.vavr.control.Either;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A request, with everything that a caller controls read in one place. */
public final class WebRequest {

    /** The largest body: a notice of 20,000 characters in any script, and more than every form. */
    public static final int MAX_BODY_BYTES = 128 * 1024;

    private static final Pattern PAIRS = Pattern.compile("&");

    private final HttpServletRequest request;

    public WebRequest(HttpServletRequest request) {
        this.request = request;
    }

    public String method() {
        return request.getMethod();
    }

    /** The path within the servlet, which begins with a slash. */
    public String path() {
        String inside = request.getPathInfo();
        return inside == null ? "/" : inside;
    }

    /** The query as it came, without the question mark. */
    public Optional<String> rawQuery() {
        return Optional.ofNullable(request.getQueryString());
    }

    /** The first parameter of that name in the query. */
    public Optional<String> query(String name) {
        return rawQuery()
                .flatMap(query -> Optional.ofNullable(decodePairs(query).get(name)));
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(request.getHeader(name));
    }

    public Optional<String> cookie(String name) {
        Cookie @Nullable [] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Stream.of(cookies)
                        .filter(cookie -> cookie.getName().equals(name))
                        .map(Cookie::getValue)
                        .findFirst();
    }

    /** Who the connection is from: the proxy where there is one. */
    public String remoteAddress() {
        return request.getRemoteAddr();
    }

    /** Whether the body's media type is that one; parameters such as the charset do not count. */
    public boolean hasMediaType(String expected) {
        return header("Content-Type")
                .map(type -> type.indexOf(';') < 0 ? type : type.substring(0, type.indexOf(';')))
                .filter(type -> type.strip().equalsIgnoreCase(expected))
                .isPresent();
    }

    /** The whole body; Left if it is too large or did not arrive whole. */
    public Either<HttpProblem, Bytes> body() {
        if (request.getContentLengthLong() > MAX_BODY_BYTES) {
            return Either.left(HttpProblem.bodyTooLarge());
        }
        try (InputStream in = request.getInputStream()) {
            byte[] content = in.readNBytes(MAX_BODY_BYTES + 1);
            return content.length > MAX_BODY_BYTES
                    ? Either.left(HttpProblem.bodyTooLarge())
                    : Either.right(Bytes.of(content));
        } catch (IOException cut) {
            return Either.left(HttpProblem.bodyIncomplete());
        }
    }

    /** The fields of a form; of a repeated one the first counts. Left as {@link #body}, or if it is no form. */
    public Either<HttpProblem, Map<String, String>> form() {
        String expected = "application/x-www-form-urlencoded";
        return hasMediaType(expected)
                ? body().map(content -> decodePairs(new String(content.toArray(), StandardCharsets.UTF_8)))
                : Either.left(HttpProblem.unsupportedMediaType(expected));
    }

    private static Map<String, String> decodePairs(String text) {
        Map<String, String> fields = new HashMap<>();
        for (String pair : PAIRS.split(text, 200)) {
            int divider = pair.indexOf('=');
            String name = divider < 0 ? pair : pair.substring(0, divider);
            fields.putIfAbsent(decode(name), divider < 0 ? "" : decode(pair.substring(divider + 1)));
        }
        return fields;
    }

    // What encodes nothing is taken as nothing: it can only fail the checks of its field.
    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return "";
        }
    }
}
