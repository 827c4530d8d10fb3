package dev.kycport.http.internal.web;

import java.util.LinkedHashMap;
import java.util.Map;

/** The headers of every answer: nothing is kept, framed, guessed or loaded from elsewhere, and no script is inline. */
public final class SecurityHeaders {

    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    private final Map<String, String> headers = new LinkedHashMap<>();

    /**
     * The headers of an installation.
     *
     * @param secure whether TLS is in front, so that browsers may be told to insist on it
     */
    public SecurityHeaders(boolean secure) {
        headers.put("Content-Security-Policy", POLICY);
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("X-Frame-Options", "DENY");
        headers.put("Referrer-Policy", "same-origin");
        headers.put("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
        headers.put("Cross-Origin-Opener-Policy", "same-origin");
        headers.put("Cross-Origin-Resource-Policy", "same-origin");
        headers.put("Cache-Control", "no-store");
        if (secure) {
            headers.put("Strict-Transport-Security", "max-age=31536000");
        }
    }

    /** The headers for an answer, which may itself set some of them otherwise. */
    public Map<String, String> of(WebResponse answer) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.keySet().removeAll(answer.headers().keySet());
        return all;
    }
}
