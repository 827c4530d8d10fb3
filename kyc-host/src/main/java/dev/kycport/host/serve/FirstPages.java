package dev.kycport.host.serve;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Opens one session a flow through the API, so that there are pages to look at as soon as the server runs. */
public final class FirstPages {

    private static final List<String> FLOWS = List.of("direct-otp", "captcha-otp", "digilocker");
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Map<String, Object> NOTICE = Map.of(
            "name",
            "try-out v1",
            "language",
            "en-IN",
            "text",
            "This is a trial with invented data. We ask for your consent to verify your identity.\nYour number and the"
                    + " code are sent to the provider named below and are not stored.\nYou may withdraw your consent at"
                    + " any time.");

    private FirstPages() {}

    /** The URL of a page for each flow that a provider offers; empty if the server does not answer. */
    public static Map<String, String> open(URI url, String sessionKey) {
        Map<String, String> pages = new LinkedHashMap<>();
        HttpClient client = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
        try {
            for (String flow : FLOWS) {
                HttpResponse<String> answer = client.send(
                        HttpRequest.newBuilder(URI.create(url + "/v1/sessions"))
                                .timeout(TIMEOUT)
                                .header("Authorization", "Bearer " + sessionKey)
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(MAPPER.writeValueAsString(body(flow))))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
                String page = MAPPER.readTree(answer.body()).at("/page/url").asText();
                if (!page.isEmpty()) {
                    pages.put(flow, page);
                }
            }
        } catch (IOException unanswered) {
            return Map.of();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Map.of();
        }
        return pages;
    }

    private static Map<String, Object> body(String flow) {
        return Map.of(
                "flow", flow, "subject", "try-out", "purpose", "trying KycPort", "notice", NOTICE, "page", Map.of());
    }
}
