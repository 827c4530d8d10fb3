package dev.kycport.tck.http;

import java.net.URI;
import java.time.Duration;

/**
 * Where a vendor listens, and which limits an adapter under test has to keep.
 *
 * @param url without a slash at the end
 * @param connectTimeout how long it may take to connect
 * @param readTimeout how long it may take from then on until the whole reply has been read
 * @param maxBodyBytes how many bytes of a reply are read at most
 */
public record VendorEndpoint(URI url, Duration connectTimeout, Duration readTimeout, long maxBodyBytes) {

    /** For replies that end: a busy machine does not reach these limits. */
    public static final Duration LONG = Duration.ofSeconds(20);

    /** For replies that never end: the test takes as long. */
    public static final Duration SHORT = Duration.ofSeconds(1);

    /** More than any documented reply has. */
    public static final long MAX_BODY_BYTES = 8L * 1024 * 1024;

    /** With time-outs that no reply of the test reaches. */
    public static VendorEndpoint withLongTimeouts(String url) {
        return new VendorEndpoint(URI.create(url), LONG, LONG, MAX_BODY_BYTES);
    }

    /** With time-outs that every reply of the test exceeds. */
    public static VendorEndpoint withShortTimeouts(String url) {
        return new VendorEndpoint(URI.create(url), SHORT, SHORT, 1024 * 1024);
    }
}
