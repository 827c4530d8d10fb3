package dev.kycport.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kycport.http.ApiClient.Reply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The OpenAPI document agrees with real answers of every operation. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class OpenApiTest {

    private static TestServer server;
    private static ApiClient api;
    private static JsonNode document;

    private final Set<String> checked = new TreeSet<>();

    @BeforeAll
    static void start() {
        server = TestServer.start();
        api = server.api();
        document = server.api("").get("/v1/openapi.json").json();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void every_operation_answers_as_the_document_says() {
        String opened = post("/v1/sessions", ApiClient.openBody("direct-otp", ",\"page\":{\"language\":\"hi\"}"));
        get("/v1/sessions/{id}", opened);
        step(opened, "give-consent", "{\"method\":\"checkbox\",\"validity\":3600}");
        step(opened, "start-direct-otp", "{\"aadhaar\":\"999941057058\"}");
        step(opened, "submit-code", "{\"otp\":\"111111\"}");
        server.pass(Duration.ofSeconds(45));
        step(opened, "resend-code", "{\"aadhaar\":\"999941057058\"}");
        step(opened, "submit-code", "{\"otp\":\"123456\"}");
        get("/v1/sessions/{id}/identity", opened);
        get("/v1/sessions/{id}/receipt", opened);
        step(opened, "complete", "{}");
        step(opened, "withdraw-consent", "{}");

        String captcha = post("/v1/sessions", ApiClient.openBody("captcha-otp", ",\"consent\":{}"));
        step(captcha, "start-captcha-otp", "{}");
        step(captcha, "reload-captcha", "{}");
        step(captcha, "submit-captcha", "{\"aadhaar\":\"999941057058\",\"captcha\":\"KYC43\"}");
        step(captcha, "cancel", "{}");

        String shared = post("/v1/sessions", ApiClient.openBody("digilocker", ",\"consent\":{}"));
        JsonNode offered = step(
                shared,
                "start-digilocker",
                "{\"redirect-url\":\"https://shop.example/back\",\"document\":[\"aadhaar\",\"pan\"]}");
        String url = offered.at("/offer/url").asText();
        step(
                shared,
                "handle-digilocker-return",
                "{\"return-url\":\"?code=granted&state=" + url.substring(url.indexOf("state=") + 6) + "\"}");
        get("/v1/sessions/{id}/identity", shared);
        step(shared, "fetch-documents", "{}");

        step(post("/v1/sessions", ApiClient.openBody("direct-otp", "")), "decline-consent", "{}");
        step(post("/v1/sessions", ApiClient.openBody("direct-otp", "")), "page", "{}");
        get("/v1/providers", "");

        assertThat(checked).isEqualTo(documented());
    }

    @Test
    void problems_are_as_the_document_says() {
        List.of(
                        api.get("/v1/sessions/unknown"),
                        api.post("/v1/sessions", "{"),
                        api.post("/v1/sessions", "{\"flow\":1}"),
                        api.step(api.open("direct-otp"), "submit-code", "{\"otp\":\"123456\"}"),
                        server.api("").get("/v1/providers"))
                .forEach(reply -> {
                    assertThat(reply.status()).isGreaterThanOrEqualTo(400);
                    assertThat(violations(reply.json(), schema("Problem"), "$")).isEmpty();
                });
    }

    @Test
    void the_checker_of_this_test_finds_violations() throws Exception {
        JsonNode wrong = ApiClient.MAPPER.readTree(
                "{\"type\":\"urn:x\",\"title\":7,\"status\":-1,\"code\":\"x\",\"stack\":\"trace\"}");

        assertThat(violations(wrong, schema("Problem"), "$"))
                .containsExactlyInAnyOrder(
                        "$.title is no string", "$.status is below 0", "$.stack is not in the document");
        assertThat(violations(ApiClient.MAPPER.readTree("{}"), schema("PageLink"), "$"))
                .containsExactlyInAnyOrder("$.url is missing", "$.openUntil is missing");
    }

    @Test
    void a_documented_body_field_is_what_the_operation_knows() {
        document.path("paths").properties().forEach(path -> {
            JsonNode body = path.getValue().at("/post/requestBody/content/application~1json/schema");
            if (!body.isMissingNode()) {
                Reply reply = api.post(path.getKey().replace("{id}", "AAAAAAAAAAAAAAAAAAAAAA"), "{\"x-y-z\":1}");
                Stream<String> names = StreamSupport.stream(
                        ((Iterable<String>) () -> body.path("properties").fieldNames()).spliterator(), false);
                assertThat(reply.code()).isEqualTo("http.unknown-field");
                assertThat(reply.text("title")).endsWith("one of: " + String.join(", ", names.toList()));
            }
        });
    }

    @Test
    void the_page_of_the_description_names_every_operation_and_loads_nothing_from_elsewhere() {
        Reply page = server.api("").get("/docs");

        assertThat(page.status()).isEqualTo(200);
        documented().forEach(operation -> assertThat(page.body()).contains("<code>" + operation + "</code>"));
        assertThat(page.body()).doesNotContain("http://", "https://", "//cdn");
    }

    private String post(String path, String body) {
        Reply reply = api.post(path, body);
        check("POST", path, reply);
        return reply.text("session");
    }

    private JsonNode step(String session, String action, String body) {
        Reply reply = api.step(session, action, body);
        check("POST", "/v1/sessions/{id}/" + action, reply);
        return reply.json();
    }

    private void get(String path, String session) {
        check("GET", path, api.get(path.replace("{id}", session)));
    }

    private void check(String method, String path, Reply reply) {
        checked.add(method + " " + path);
        JsonNode responses = document.path("paths")
                .path(path)
                .path(method.toLowerCase(Locale.ROOT))
                .path("responses");
        JsonNode response = responses.has(Integer.toString(reply.status()))
                ? responses.path(Integer.toString(reply.status()))
                : responses.path("default");
        JsonNode schema = response.path("content")
                .path(reply.header("Content-Type").replaceAll(";.*", ""))
                .path("schema");
        assertThat(schema.isMissingNode()).as(method + " " + path).isFalse();
        assertThat(violations(reply.json(), schema, "$"))
                .as(method + " " + path + " " + reply.body())
                .isEmpty();
    }

    private static Set<String> documented() {
        Set<String> operations = new TreeSet<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .fieldNames()
                        .forEachRemaining(
                                method -> operations.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
        return operations;
    }

    private static JsonNode schema(String name) {
        return document.at("/components/schemas/" + name);
    }

    // As much of JSON Schema as the document uses.
    private static List<String> violations(JsonNode value, JsonNode schema, String at) {
        if (schema.has("$ref")) {
            return violations(value, schema(schema.path("$ref").asText().replaceAll(".*/", "")), at);
        }
        List<String> found = new ArrayList<>();
        if (schema.has("const") && !schema.get("const").equals(value)) {
            found.add(at + " is not the constant");
        }
        if (schema.has("enum")
                && StreamSupport.stream(schema.get("enum").spliterator(), false).noneMatch(value::equals)) {
            found.add(at + " is not one of the documented values");
        }
        switch (schema.path("type").asText()) {
            case "string" -> text(value, schema, at, found);
            case "integer" -> number(value, schema, at, found);
            case "array" -> {
                if (!value.isArray()) {
                    found.add(at + " is no array");
                }
                value.forEach(item -> found.addAll(violations(item, schema.path("items"), at + "[]")));
            }
            case "object" -> object(value, schema, at, found);
            default ->
                assertThat(schema.has("const") || schema.has("enum"))
                        .as(at + " " + schema)
                        .isTrue();
        }
        return found;
    }

    private static void text(JsonNode value, JsonNode schema, String at, List<String> found) {
        if (!value.isTextual()) {
            found.add(at + " is no string");
        } else if (schema.path("format").asText().equals("date-time")
                && !value.asText().matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z")) {
            found.add(at + " is no RFC 3339 time");
        }
    }

    private static void number(JsonNode value, JsonNode schema, String at, List<String> found) {
        if (!value.isIntegralNumber()) {
            found.add(at + " is no integer");
        } else if (value.asLong() < schema.path("minimum").asLong()) {
            found.add(at + " is below " + schema.path("minimum").asLong());
        }
    }

    private static void object(JsonNode value, JsonNode schema, String at, List<String> found) {
        if (!value.isObject()) {
            found.add(at + " is no object");
            return;
        }
        schema.path("required").forEach(name -> {
            if (!value.has(name.asText())) {
                found.add(at + "." + name.asText() + " is missing");
            }
        });
        value.properties().forEach(field -> {
            JsonNode known = schema.path("properties").path(field.getKey());
            if (!known.isMissingNode()) {
                found.addAll(violations(field.getValue(), known, at + "." + field.getKey()));
            } else if (schema.path("additionalProperties").isBoolean()) {
                found.add(at + "." + field.getKey() + " is not in the document");
            } else {
                found.addAll(
                        violations(field.getValue(), schema.path("additionalProperties"), at + "." + field.getKey()));
            }
        });
    }
}
