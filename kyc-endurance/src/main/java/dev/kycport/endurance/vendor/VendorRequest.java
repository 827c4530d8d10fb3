package dev.kycport.endurance.vendor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import dev.kycport.endurance.user.TestSubject;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A request on Deepvue's wire format: its values are all in the query or all in a JSON body. */
record VendorRequest(String path, Map<String, String> values) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static VendorRequest parse(HttpExchange exchange) throws IOException {
        Map<String, String> values = new HashMap<>();
        Optional.ofNullable(exchange.getRequestURI().getRawQuery()).ifPresent(query -> addQuery(query, values));
        byte[] body = exchange.getRequestBody().readAllBytes();
        if (body.length > 0) {
            addBody(JSON.readTree(body), values);
        }
        return new VendorRequest(exchange.getRequestURI().getPath(), values);
    }

    String value(String name) {
        return values.getOrDefault(name, "");
    }

    /** The subject, which the purpose names. */
    TestSubject subject() {
        return TestSubject.parse(value("purpose"));
    }

    private static void addQuery(String query, Map<String, String> values) {
        for (String pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            values.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
        }
    }

    private static void addBody(JsonNode body, Map<String, String> values) {
        body.properties()
                .forEach(field -> values.put(field.getKey(), field.getValue().asText()));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
