package dev.kycport.tck.recording;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kycport.tck.http.HttpReply;
import dev.kycport.tck.http.ServerReply;
import dev.kycport.tck.secrecy.Canary;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** A request as it must come, and the reply to it. */
record RecordedExchange(ExpectedRequest request, Function<Canary, ServerReply> reply) {

    private static final Set<String> REPLY = Set.of("status", "headers", "body", "text", "base64", "fault");

    static RecordedExchange of(String path, JsonNode json) {
        Recording.requireKnownKeys(path, json, Set.of("note", "request", "response"));
        return new RecordedExchange(ExpectedRequest.of(path, json.path("request")), reply(path, json.path("response")));
    }

    /** The same request, answered with this fault. */
    RecordedExchange answeredWith(HttpFault httpFault) {
        return new RecordedExchange(request, httpFault::reply);
    }

    private static Function<Canary, ServerReply> reply(String path, JsonNode json) {
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

    private static ServerReply response(JsonNode json) {
        HttpReply reply = HttpReply.of(json.get("status").intValue());
        for (Map.Entry<String, JsonNode> header : json.path("headers").properties()) {
            reply = reply.with(header.getKey(), header.getValue().asText());
        }
        if (json.hasNonNull("body")) {
            return reply.withBody(json.get("body").toString());
        }
        return json.has("base64")
                ? reply.withBody(Base64.getDecoder().decode(json.get("base64").asText()))
                : reply.withBody(json.path("text").asText());
    }
}
