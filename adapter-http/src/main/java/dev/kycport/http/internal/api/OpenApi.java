package dev.kycport.http.internal.api;

import dev.kycport.http.internal.web.HttpProblem;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The OpenAPI 3.1 document, made from the operations that the router serves. */
final class OpenApi {

    private static final String ERRORS = "default";
    private static final String SCHEMA = "schema";
    private static final String DESCRIPTION = "description";

    private final List<Operation> operations;
    private final URI publicUrl;

    OpenApi(List<Operation> operations, URI publicUrl) {
        this.operations = List.copyOf(operations);
        this.publicUrl = publicUrl;
    }

    List<Operation> operations() {
        return operations;
    }

    Map<String, Object> toMap() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("openapi", "3.1.0");
        document.put(
                "info",
                object(
                        "title",
                        "KycPort",
                        "version",
                        "1",
                        DESCRIPTION,
                        "Verifies the identity of Indian residents. Each step has the name of its action in the"
                                + " view of a session. docs/http-api.md has a walk-through."));
        document.put("servers", List.of(object("url", publicUrl.toString())));
        document.put("security", List.of(object("apiKey", List.of())));
        document.put("paths", paths());
        document.put(
                "components",
                object(
                        "securitySchemes",
                        object("apiKey", object("type", "http", "scheme", "bearer")),
                        "schemas",
                        ApiSchemas.all()));
        return document;
    }

    private Map<String, Object> paths() {
        Map<String, Object> paths = new TreeMap<>();
        operations.forEach(operation -> {
            Map<String, Object> path = new LinkedHashMap<>();
            if (paths.get(operation.path()) instanceof Map<?, ?> others) {
                others.forEach((method, value) -> path.put(String.valueOf(method), value));
            }
            path.put(operation.method().toLowerCase(Locale.ROOT), operation(operation));
            paths.put(operation.path(), path);
        });
        return paths;
    }

    private static Map<String, Object> operation(Operation operation) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("operationId", operation.id());
        map.put("summary", operation.summary());
        map.put("parameters", parameters(operation));
        if (operation.method().equals("POST")) {
            map.put(
                    "requestBody",
                    object(
                            "required",
                            operation.fields().stream().anyMatch(JsonField::required),
                            "content",
                            object("application/json", object(SCHEMA, ApiSchemas.body(operation.fields())))));
        }
        map.put(
                "responses",
                object(
                        Integer.toString(operation.answer().status()),
                        object(
                                DESCRIPTION,
                                "done",
                                "content",
                                object(
                                        "application/json",
                                        object(
                                                SCHEMA,
                                                ApiSchemas.reference(
                                                        operation.answer().schema())))),
                        ERRORS,
                        object(
                                DESCRIPTION,
                                "problem details; code says which, Retry-After when to come again",
                                "content",
                                object(HttpProblem.MEDIA_TYPE, object(SCHEMA, ApiSchemas.reference("Problem"))))));
        return map;
    }

    private static List<Map<String, Object>> parameters(Operation operation) {
        Map<String, Object> id = object(
                "name",
                "id",
                "in",
                "path",
                "required",
                true,
                SCHEMA,
                object("type", "string", "pattern", "^[A-Za-z0-9_-]{22}$"));
        Map<String, Object> key = object(
                "name",
                "Idempotency-Key",
                "in",
                "header",
                "required",
                false,
                DESCRIPTION,
                "the same key and body get the same answer",
                SCHEMA,
                object("type", "string", "maxLength", 200));
        boolean hasId = operation.path().contains("{id}");
        boolean isPost = operation.method().equals("POST");
        return hasId ? (isPost ? List.of(id, key) : List.of(id)) : (isPost ? List.of(key) : List.of());
    }

    /** A map of these keys and values, in this order. */
    static Map<String, Object> object(Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put(String.valueOf(keysAndValues[i]), keysAndValues[i + 1]);
        }
        return map;
    }
}
