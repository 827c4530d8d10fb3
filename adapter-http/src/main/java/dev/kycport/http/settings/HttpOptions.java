package dev.kycport.http.settings;

import dev.kycport.domain.Bytes;
import dev.kycport.domain.digilocker.RedirectUrl;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The settings of the servlet.
 *
 * @param publicUrl where callers and browsers reach it, without a trailing slash: https, which declares that TLS is in front, or
 *     http on a loopback address. Requests for another host are refused
 * @param keys the keys of the callers
 * @param returnUrls where the hosted page may send the person at the end: scheme, host and port count, and the path is a prefix
 * @param brand what the hosted page shows of the host
 * @param linkLifetime how long the link to a hosted page can be opened for the first time
 * @param answerLifetime how long an answer is kept for a repeated {@code Idempotency-Key}
 * @param simulation whether the page leads to a simulated DigiLocker if a test double offers one; for development
 */
public record HttpOptions(
        URI publicUrl,
        List<ApiKey> keys,
        List<URI> returnUrls,
        Brand brand,
        Duration linkLifetime,
        Duration answerLifetime,
        boolean simulation) {

    /** 15 minutes: time to receive a message and open it. */
    public static final Duration DEFAULT_LINK_LIFETIME = Duration.ofMinutes(15);

    /** One day, longer than any caller retries. */
    public static final Duration DEFAULT_ANSWER_LIFETIME = Duration.ofHours(24);

    public HttpOptions {
        keys = List.copyOf(keys);
        returnUrls = List.copyOf(returnUrls);
        if (RedirectUrl.browsable(publicUrl).isEmpty()
                || publicUrl.toString().endsWith("/")
                || publicUrl.getQuery() != null) {
            throw new IllegalArgumentException(
                    "the public URL must be https, or http on a loopback address, without a slash at its end");
        }
        if (returnUrls.stream().anyMatch(url -> RedirectUrl.browsable(url).isEmpty())) {
            throw new IllegalArgumentException(
                    "a return URL must be https, or http on a loopback address, and name its host");
        }
    }

    /** Whether TLS is in front. */
    public boolean isSecure() {
        return "https".equalsIgnoreCase(publicUrl.getScheme());
    }

    /**
     * What the hosted page shows of the host.
     *
     * @param name such as {@code Example Bank}; at most 60 characters
     * @param logo an image, at most 16 KiB; empty for none
     */
    public record Brand(String name, Optional<Logo> logo) {

        private static final int MAX_NAME_LENGTH = 60;

        public Brand {
            if (name.isBlank() || name.length() > MAX_NAME_LENGTH) {
                throw new IllegalArgumentException("the name of the host has 1 to " + MAX_NAME_LENGTH + " characters");
            }
        }
    }

    /**
     * An image.
     *
     * @param mediaType such as {@code image/png} or {@code image/svg+xml}
     */
    public record Logo(Bytes content, String mediaType) {

        private static final int MAX_BYTES = 16 * 1024;

        public Logo {
            if (content.size() > MAX_BYTES) {
                throw new IllegalArgumentException("a logo has at most " + MAX_BYTES + " bytes");
            }
        }
    }
}
