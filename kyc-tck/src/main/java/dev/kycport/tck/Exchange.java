package dev.kycport.tck;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import java.util.Base64;
import java.util.Set;
import java.util.function.Function;

/** One request as it must come, and what is answered. */
record Exchange(ExpectedRequest request, Function<Canary, ResponseDefinitionBuilder> reply) {

    private static final Set<String> REPLY = Set.of("status", "headers", "body", "text", "base64", "fault", "delay");

    static Exchange of(String path, JsonNode json) {
        Recording.known(path, json, Set.of("note", "request", "response"));
        return new Exchange(ExpectedRequest.of(path, json.path("request")), reply(path, json.path("response")));
    }

    /** The same request, answered like that. */
    Exchange ending(Fault fault) {
        return new Exchange(request, fault::reply);
    }

    private static Function<Canary, ResponseDefinitionBuilder> reply(String path, JsonNode json) {
        Recording.known(path, json, REPLY);
        if (json.has("fault")) {
            Fault fault = Fault.named(json.get("fault").asText());
            return fault::reply;
        }
        if (!json.path("status").isInt()) {
            throw new AssertionError(path + " has a response without a status");
        }
        return canary -> spoken(json);
    }

    private static ResponseDefinitionBuilder spoken(JsonNode json) {
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
