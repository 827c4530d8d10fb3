package dev.kycport.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Calls the API as a host would. */
record ApiClient(String url, String key) {

    static final ObjectMapper MAPPER = new ObjectMapper();
    static final String NOTICE =
            "{\"name\":\"opening v1\",\"language\":\"en-IN\",\"text\":\"We fetch your name.\\nWe keep it for a year.\"}";

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

    /** An answer, with its body as JSON where it is JSON. */
    record Reply(HttpResponse<String> response) {

        int status() {
            return response.statusCode();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        String body() {
            return response.body();
        }

        JsonNode json() {
            try {
                return header("Content-Type").contains("json")
                        ? MAPPER.readTree(response.body())
                        : JsonNodeFactory.instance.objectNode();
            } catch (IOException malformed) {
                throw new UncheckedIOException(malformed);
            }
        }

        String code() {
            return json().path("code").asText();
        }

        String text(String name) {
            return json().path(name).asText();
        }
    }

    Reply get(String path) {
        return send(request(path).GET());
    }

    Reply post(String path, String body, String... headers) {
        HttpRequest.Builder request = request(path).header("Content-Type", "application/json");
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return send(request.POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Opens a session and returns its id. */
    String open(String flow) {
        return post("/v1/sessions", openBody(flow, "")).text("session");
    }

    /** Opens a session whose consent is given, and returns its id. */
    String consented(String flow) {
        return post("/v1/sessions", openBody(flow, ",\"consent\":{}")).text("session");
    }

    Reply step(String session, String action, String body) {
        return post("/v1/sessions/" + session + "/" + action, body);
    }

    static String openBody(String flow, String more) {
        return "{\"flow\":\"" + flow + "\",\"subject\":\"customer-4711\",\"purpose\":\"opening an account\",\"notice\":"
                + NOTICE + more + "}";
    }

    HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(url + path)).timeout(Duration.ofSeconds(20));
        return key.isEmpty() ? request : request.header("Authorization", "Bearer " + key);
    }

    static Reply send(HttpRequest.Builder request) {
        try {
            return new Reply(CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", interrupted);
        }
    }
}
