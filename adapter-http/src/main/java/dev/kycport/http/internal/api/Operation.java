package dev.kycport.http.internal.api;

import dev.kycport.http.internal.security.ApiKeys;
import dev.kycport.http.internal.web.HttpProblem;
import dev.kycport.http.settings.ApiKey;
import io.vavr.control.Either;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One operation of the API: the router serves it and the OpenAPI document describes it, from the same value.
 *
 * @param id unique, in camel case, for generated clients
 * @param fields what the body of a POST may have
 * @param answer what a successful answer holds
 */
record Operation(
        String id,
        String method,
        String path,
        String summary,
        ApiKey.Scope scope,
        List<JsonField> fields,
        AnswerKind answer,
        OperationHandler handler) {

    /** Carries out an operation. */
    @FunctionalInterface
    interface OperationHandler {

        Either<HttpProblem, ApiAnswer> handle(OperationCall call);
    }

    /**
     * One call of an operation.
     *
     * @param values the values in the path, by name
     * @param repeatable a text that follows from the caller and its {@code Idempotency-Key}; empty without one
     */
    record OperationCall(
            ApiKeys.Caller caller, Map<String, String> values, JsonInput input, Optional<String> repeatable) {}

    /** What a successful answer holds; the OpenAPI document has a schema for each. */
    enum AnswerKind {
        SESSION("Session", 200),
        OPENED_SESSION("OpenedSession", 201),
        PAGE_LINK("PageLink", 201),
        IDENTITY("Identity", 200),
        RECEIPT("Receipt", 200),
        PROVIDERS("Providers", 200);

        private final String schema;
        private final int status;

        AnswerKind(String schema, int status) {
            this.schema = schema;
            this.status = status;
        }

        String schema() {
            return schema;
        }

        int status() {
            return status;
        }
    }
}
