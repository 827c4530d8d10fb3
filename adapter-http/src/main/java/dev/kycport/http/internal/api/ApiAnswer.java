package dev.kycport.http.internal.api;

import dev.kycport.http.internal.web.WebResponse;
import java.util.Map;
import java.util.Optional;

/**
 * A successful answer of the API.
 *
 * @param body a JSON object
 * @param location where the new thing is; present with 201 only
 */
record ApiAnswer(int status, Map<String, Object> body, Optional<String> location) {

    static ApiAnswer ok(Map<String, Object> body) {
        return new ApiAnswer(200, body, Optional.empty());
    }

    static ApiAnswer created(Map<String, Object> body, String location) {
        return new ApiAnswer(201, body, Optional.of(location));
    }

    WebResponse toResponse() {
        WebResponse response = WebResponse.json(status, body);
        return location.map(path -> response.withHeader("Location", path)).orElse(response);
    }
}
