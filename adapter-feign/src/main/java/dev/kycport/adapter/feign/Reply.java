package dev.kycport.adapter.feign;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;

/**
 * The result of an HTTP exchange. The methods of a vendor's Feign interface return it, and {@link HttpCallExecutor}
 * interprets it.
 *
 * @param <T> the vendor's record of a success
 */
public sealed interface Reply<T> {

    /** The HTTP status. */
    int status();

    /** A 2xx status and a body of the expected form. */
    record Decoded<T>(int status, T content) implements Reply<T> {}

    /**
     * A 2xx status and JSON of another form.
     *
     * @param body the texts and numbers at its root, as far as they could be read
     */
    record Undecodable<T>(int status, JsonNode body) implements Reply<T> {}

    /** A 2xx status without a body. */
    record Empty<T>(int status) implements Reply<T> {}

    /**
     * Any other status.
     *
     * @param retryAfter the delay of the {@code Retry-After} header, if there is one
     * @param body the JSON of the body; a missing node if it has none or is too large
     */
    record HttpError<T>(int status, Optional<Duration> retryAfter, JsonNode body) implements Reply<T> {}
}
