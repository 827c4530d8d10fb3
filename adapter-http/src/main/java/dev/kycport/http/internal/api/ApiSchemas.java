package dev.kycport.http.internal.api;

import static dev.kycport.http.internal.api.OpenApi.object;

import dev.kycport.app.step.SessionView;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The JSON Schemas of bodies and answers. A test compares them with real answers. */
final class ApiSchemas {

    private static final Object TEXT = object("type", "string");
    private static final Object TEXTS = object("type", "array", "items", TEXT);
    private static final Object TIME = object("type", "string", "format", "date-time");
    private static final Object COUNT = object("type", "integer", "minimum", 0);
    private static final Object BASE64 = object("type", "string", "contentEncoding", "base64");

    private ApiSchemas() {}

    static Map<String, Object> reference(String schema) {
        return object("$ref", "#/components/schemas/" + schema);
    }

    /** The schema of a body. */
    static Map<String, Object> body(List<JsonField> fields) {
        Map<String, Object> properties = new LinkedHashMap<>();
        fields.forEach(field -> properties.put(field.name(), property(field)));
        return strict(
                properties,
                fields.stream().filter(JsonField::required).map(JsonField::name).toList());
    }

    /** Every schema by its name. */
    static Map<String, Object> all() {
        Map<String, Object> schemas = new LinkedHashMap<>();
        schemas.put("Session", session(Map.of()));
        schemas.put("OpenedSession", session(Map.of("page", reference("PageLink"))));
        schemas.put("PageLink", strict(map("url", uri(), "openUntil", TIME), List.of("url", "openUntil")));
        schemas.put("Identity", identity());
        schemas.put("Receipt", receipt());
        schemas.put("Providers", providers());
        schemas.put("Problem", problem());
        return schemas;
    }

    private static Map<String, Object> property(JsonField field) {
        Map<String, Object> schema = switch (field.type()) {
            case TEXT -> object("type", "string");
            case TEXTS -> object("type", "array", "items", TEXT);
            case SECONDS -> object("type", "integer", "minimum", 1);
            case OBJECT -> body(field.children());
        };
        schema.put("description", field.description());
        return schema;
    }

    private static Map<String, Object> session(Map<String, Object> more) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("version", object("const", SessionView.VERSION));
        properties.put("session", TEXT);
        properties.put("flow", object("enum", List.of("direct-otp", "captcha-otp", "digilocker")));
        properties.put(
                "screen",
                object(
                        "enum",
                        Arrays.stream(SessionView.Screen.values())
                                .map(SessionView.Screen::code)
                                .toList()));
        properties.put("state", TEXT);
        properties.put("endReason", TEXT);
        properties.put("asOf", TIME);
        properties.put("expiresAt", TIME);
        properties.put("actions", list(action()));
        properties.put("consent", consent());
        properties.put(
                "captcha",
                strict(
                        map(
                                "mediaType",
                                TEXT,
                                "image",
                                BASE64,
                                "expiresAt",
                                TIME,
                                "attemptsLeft",
                                COUNT,
                                "refreshesLeft",
                                COUNT),
                        List.of("expiresAt", "attemptsLeft", "refreshesLeft")));
        properties.put(
                "code",
                strict(
                        map("expiresAt", TIME, "attemptsLeft", COUNT, "resendsLeft", COUNT, "resendNotBefore", TIME),
                        List.of("attemptsLeft", "resendsLeft", "resendNotBefore")));
        properties.put("offer", strict(map("url", uri(), "expiresAt", TIME), List.of("url", "expiresAt")));
        properties.put("lastReport", TEXT);
        properties.put("pollAfterSeconds", COUNT);
        properties.put(
                "report",
                strict(map("code", TEXT, "title", TEXT, "retryAfterSeconds", COUNT), List.of("code", "title")));
        properties.putAll(more);
        return strict(
                properties, List.of("version", "session", "flow", "screen", "state", "asOf", "actions", "consent"));
    }

    private static Map<String, Object> action() {
        return strict(
                map(
                        "name",
                        TEXT,
                        "actor",
                        object("enum", List.of("person", "host", "browser")),
                        "fields",
                        TEXTS,
                        "notBefore",
                        TIME),
                List.of("name", "actor", "fields"));
    }

    private static Map<String, Object> consent() {
        return strict(
                map(
                        "notice",
                        TEXT,
                        "language",
                        TEXT,
                        "text",
                        TEXT,
                        "purpose",
                        TEXT,
                        "data",
                        TEXTS,
                        "recipients",
                        TEXTS,
                        "status",
                        object("enum", List.of("asked", "given", "declined", "withdrawn", "expired")),
                        "validUntil",
                        TIME),
                List.of("notice", "language", "text", "purpose", "data", "recipients", "status"));
    }

    private static Map<String, Object> identity() {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("session", TEXT);
        properties.put("keptUntil", TIME);
        properties.put("name", TEXT);
        properties.put("dateOfBirth", TEXT);
        properties.put("gender", object("enum", List.of("F", "M", "T")));
        properties.put("maskedAadhaar", TEXT);
        properties.put("address", object("type", "object", "additionalProperties", TEXT));
        properties.put("photo", strict(map("mediaType", TEXT, "base64", BASE64), List.of("mediaType", "base64")));
        properties.put(
                "documents",
                list(strict(
                        map("type", TEXT, "issuer", TEXT, "mediaType", TEXT, "base64", BASE64),
                        List.of("type", "issuer", "mediaType", "base64"))));
        properties.put(
                "assurance",
                strict(
                        map("flow", TEXT, "provider", TEXT, "verifiedAt", TIME),
                        List.of("flow", "provider", "verifiedAt")));
        return strict(
                properties,
                List.of("session", "keptUntil", "name", "dateOfBirth", "gender", "address", "documents", "assurance"));
    }

    private static Map<String, Object> receipt() {
        return strict(
                map(
                        "consent",
                        TEXT,
                        "session",
                        TEXT,
                        "subject",
                        TEXT,
                        "notice",
                        strict(
                                map("name", TEXT, "language", TEXT, "text", TEXT, "sha256", TEXT),
                                List.of("name", "language", "text", "sha256")),
                        "purpose",
                        TEXT,
                        "data",
                        TEXTS,
                        "recipients",
                        TEXTS,
                        "events",
                        list(strict(
                                map(
                                        "at",
                                        TIME,
                                        "kind",
                                        TEXT,
                                        "method",
                                        TEXT,
                                        "validUntil",
                                        TIME,
                                        "provider",
                                        TEXT,
                                        "call",
                                        TEXT),
                                List.of("at", "kind")))),
                List.of("consent", "session", "subject", "notice", "purpose", "data", "recipients", "events"));
    }

    private static Map<String, Object> providers() {
        return strict(
                map(
                        "providers",
                        list(strict(
                                map(
                                        "name",
                                        TEXT,
                                        "flows",
                                        TEXTS,
                                        "circuit",
                                        object("enum", List.of("closed", "open", "half-open")),
                                        "limits",
                                        list(strict(
                                                map("name", TEXT, "max", COUNT, "remaining", COUNT),
                                                List.of("name", "max", "remaining")))),
                                List.of("name", "flows")))),
                List.of("providers"));
    }

    private static Map<String, Object> problem() {
        return strict(
                map(
                        "type",
                        uri(),
                        "title",
                        TEXT,
                        "status",
                        COUNT,
                        "code",
                        TEXT,
                        "field",
                        TEXT,
                        "retryAfterSeconds",
                        COUNT),
                List.of("type", "title", "status", "code"));
    }

    private static Map<String, Object> uri() {
        return object("type", "string", "format", "uri");
    }

    private static Map<String, Object> list(Object items) {
        return object("type", "array", "items", items);
    }

    private static Map<String, Object> map(Object... keysAndValues) {
        return object(keysAndValues);
    }

    private static Map<String, Object> strict(Map<String, Object> properties, List<String> required) {
        return object("type", "object", "additionalProperties", false, "required", required, "properties", properties);
    }
}
