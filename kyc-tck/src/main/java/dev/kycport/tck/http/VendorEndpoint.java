package dev.kycport.tck.http;

import java.net.URI;
import java.time.Duration;

/**
 * Where a vendor listens, and how patient to be with it.
 *
 * @param url without a slash at the end
 * @param connectTimeout how long it may take until a connection stands
 * @param readTimeout how long it may take from then on until the whole reply is here
 * @param maxBodyBytes how many bytes of a reply are read at most
 */
public record VendorEndpoint(URI url, Duration connectTimeout, Duration readTimeout, long maxBodyBytes) {

    /** With all the time there is; for tests of what is said rather than of how long it takes. */
    public static VendorEndpoint withLongTimeouts(String url) {
        return new VendorEndpoint(URI.create(url), Duration.ofSeconds(2), Duration.ofSeconds(20), 8L * 1024 * 1024);
    }

    /** With hardly any; a client whose classes are not loaded yet will not keep it. */
    public static VendorEndpoint withShortTimeouts(String url) {
        return new VendorEndpoint(URI.create(url), Duration.ofMillis(800), Duration.ofMillis(800), 1024 * 1024);
    }
}
