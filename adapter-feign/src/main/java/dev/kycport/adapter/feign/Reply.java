package dev.kycport.adapter.feign;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;

/**
 * What came back over HTTP: a reply of the form that was hoped for, or an error. The methods of a vendor's Feign interface
 * return it; {@link HttpCallExecutor} takes it apart.
 *
 * @param <T> the vendor's record for a success
 */
public sealed interface Reply<T> {

    /** The HTTP status. */
    int status();

    /** A status from 200 to 299 and a body of the right form. */
    record Decoded<T>(int status, T content) implements Reply<T> {}

    /**
     * A status from 200 to 299 and JSON of another form.
     *
     * @param body its own texts and numbers, as far as they could be read
     */
    record Undecodable<T>(int status, JsonNode body) implements Reply<T> {}

    /** A status from 200 to 299 and no body at all. */
    record Empty<T>(int status) implements Reply<T> {}

    /**
     * Any other status.
     *
     * @param retryAfter when to come back, if told
     * @param body whatever JSON there was; missing if there was none, or too much of it
     */
    record HttpError<T>(int status, Optional<Duration> retryAfter, JsonNode body) implements Reply<T> {}
}
