package dev.kycport.tck.recording;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import dev.kycport.tck.secrecy.Canary;
import java.util.Base64;
import java.util.Set;
import java.util.function.Function;

/** One request as it must come, and what is answered. */
record RecordedExchange(ExpectedRequest request, Function<Canary, ResponseDefinitionBuilder> reply) {

    private static final Set<String> REPLY = Set.of("status", "headers", "body", "text", "base64", "fault", "delay");

    static RecordedExchange of(String path, JsonNode json) {
        Recording.requireKnownKeys(path, json, Set.of("note", "request", "response"));
        return new RecordedExchange(ExpectedRequest.of(path, json.path("request")), reply(path, json.path("response")));
    }

    /** The same request, answered like that. */
    RecordedExchange answeredWith(HttpFault httpFault) {
        return new RecordedExchange(request, httpFault::reply);
    }

    private static Function<Canary, ResponseDefinitionBuilder> reply(String path, JsonNode json) {
        Recording.requireKnownKeys(path, json, REPLY);
        if (json.has("fault")) {
            HttpFault httpFault = HttpFault.byName(json.get("fault").asText());
            return httpFault::reply;
        }
        if (!json.path("status").isInt()) {
            throw new AssertionError(path + " has a response without a status");
        }
        return canary -> response(json);
    }

    private static ResponseDefinitionBuilder response(JsonNode json) {
        ResponseDefinitionBuilder reply =
                WireMock.aResponse().withStatus(json.get("status").intValue());
        json.path("headers")
                .properties()
                .forEach(header ->
                        reply.withHeader(header.getKey(), header.getValue().asText()));
        if (json.hasNonNull("body")) {
            reply.withBody(json.get("body").toString());
        } else if (json.has("text")) {
            reply.withBody(json.get("text").asText());
        } else if (json.has("base64")) {
            reply.withBody(Base64.getDecoder().decode(json.get("base64").asText()));
        }
        return json.has("delay") ? reply.withFixedDelay(json.get("delay").intValue()) : reply;
    }
}
