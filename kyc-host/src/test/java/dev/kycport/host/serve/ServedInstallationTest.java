package dev.kycport.host.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kycport.app.config.KycConfig;
import dev.kycport.app.config.KycConfigException;
import dev.kycport.app.runtime.InstalledPlugins;
import dev.kycport.http.settings.ApiKey;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code kyc serve} serves, on the embedded server. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ServedInstallationTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String DEVELOPMENT =
            "kyc { profile = development, store { url = memory }, providers { fake { %s } } }";
    private static final String HASH = "00".repeat(32);

    @TempDir
    private Path folder;

    @Test
    void a_development_installation_works_at_once_with_the_key_it_made() throws Exception {
        try (ServedInstallation served = start(DEVELOPMENT.formatted(""))) {
            Map<String, String> pages =
                    FirstPages.open(served.url(), served.sessionKey().orElseThrow());

            assertThat(pages).containsOnlyKeys("direct-otp", "captcha-otp", "digilocker");
            assertThat(pages.values())
                    .allSatisfy(page ->
                            assertThat(get(URI.create(page), "").body()).contains("May we verify your identity?"));
            assertThat(get(served.url().resolve("/readyz"), "").body()).isEqualTo("ready\n");
        }
    }

    @Test
    void metrics_count_calls_of_providers_for_the_operator() throws Exception {
        try (ServedInstallation served = start(DEVELOPMENT.formatted(""))) {
            String key = served.sessionKey().orElseThrow();
            String session = post(
                            served.url(),
                            key,
                            "/v1/sessions",
                            "{\"flow\":\"direct-otp\",\"subject\":\"s\",\"purpose\":\"p\",\"notice\":{\"name\":\"n\","
                                    + "\"language\":\"en\",\"text\":\"t\"},\"consent\":{}}")
                    .body()
                    .replaceAll(".*\"session\":\"([^\"]*)\".*", "$1");
            post(served.url(), key, "/v1/sessions/" + session + "/start-direct-otp", "{\"aadhaar\":\"999941057058\"}");

            String metrics = get(
                            served.url().resolve("/metrics"),
                            served.operatorKey().orElseThrow())
                    .body();

            assertThat(metrics).contains("kyc_provider_calls_total{", "provider=\"fake\"", "jvm_memory_used_bytes");
            assertThat(get(served.url().resolve("/metrics"), "").statusCode()).isEqualTo(401);
        }
    }

    @Test
    void a_malformed_request_is_a_problem_that_repeats_nothing_of_it() throws Exception {
        try (ServedInstallation served = start(DEVELOPMENT.formatted(""))) {
            String reply = raw(served.url(), "GET /a%zz-canary HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
            String header = raw(
                    served.url(),
                    "GET / HTTP/1.1\r\nHost: x\r\nX-Canary: " + "c".repeat(20_000) + "\r\nConnection: close\r\n\r\n");

            assertThat(reply).contains("HTTP/1.1 400", "http.malformed-request").doesNotContain("canary", "Jetty");
            assertThat(header)
                    .contains("HTTP/1.1 431", "application/problem+json")
                    .doesNotContain("ccc", "Jetty");
        }
    }

    @Test
    void many_idle_connections_do_not_keep_others_out() throws Exception {
        List<Socket> idle = new ArrayList<>();
        try (ServedInstallation served = start(DEVELOPMENT.formatted(""))) {
            for (int i = 0; i < 500; i++) {
                Socket socket = new Socket(served.url().getHost(), served.url().getPort());
                socket.getOutputStream().write("POST /v1/sessions HTTP/1.1\r\nHo".getBytes(StandardCharsets.US_ASCII));
                idle.add(socket);
            }

            assertThat(get(served.url().resolve("/healthz"), "").statusCode()).isEqualTo(200);
        } finally {
            for (Socket socket : idle) {
                socket.close();
            }
        }
    }

    @Test
    void closing_lets_a_running_step_finish() throws Exception {
        ServedInstallation served = start(DEVELOPMENT.formatted("latency = 1s"));
        String key = served.sessionKey().orElseThrow();
        String session = post(
                        served.url(),
                        key,
                        "/v1/sessions",
                        "{\"flow\":\"captcha-otp\",\"subject\":\"s\",\"purpose\":\"p\",\"notice\":{\"name\":\"n\","
                                + "\"language\":\"en\",\"text\":\"t\"},\"consent\":{}}")
                .body()
                .replaceAll(".*\"session\":\"([^\"]*)\".*", "$1");
        CompletableFuture<HttpResponse<String>> step = CLIENT.sendAsync(
                request(served.url().resolve("/v1/sessions/" + session + "/start-captcha-otp"), key)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString("{}"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        while (!get(served.url().resolve("/v1/sessions/" + session), key).body().contains("\"screen\":\"wait\"")) {
            Thread.onSpinWait();
        }

        served.close();

        assertThat(step.join().statusCode()).isEqualTo(200);
    }

    @Test
    void production_with_a_proxy_keys_and_a_real_provider_is_served() throws Exception {
        String key = ApiKey.generate(ApiKey.Scope.SESSION, byte[]::new);
        String hocon = production("public-url = \"https://kyc.example\", keys { shop { sha256 = \""
                + ApiKey.known("shop", ApiKey.Scope.SESSION, key).sha256() + "\" } }");
        try (ServedInstallation served = start(hocon)) {
            URI inside = URI.create("http://127.0.0.1:" + served.server().port());
            String reply = raw(
                    inside,
                    "GET /v1/providers HTTP/1.1\r\nHost: kyc.example\r\nAuthorization: Bearer " + key
                            + "\r\nConnection: close\r\n\r\n");

            assertThat(served.url()).isEqualTo(URI.create("https://kyc.example"));
            assertThat(served.sessionKey()).isEmpty();
            assertThat(reply).contains("HTTP/1.1 200", "Strict-Transport-Security", "\"accuauth\"");
            assertThat(raw(inside, "GET /v1/providers HTTP/1.1\r\nHost: other\r\nConnection: close\r\n\r\n"))
                    .contains("HTTP/1.1 421");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            public-url = "http://127.0.0.1", keys { shop { sha256 = "HASH" } } | kyc.http.public-url must be the https URL of the proxy in front, which speaks TLS
            keys { shop { sha256 = "HASH" } } | kyc.http.public-url must be the https URL of the proxy in front, which speaks TLS
            public-url = "https://kyc.example" | kyc.http.keys must name at least one key of scope session: kyc api-key makes one
            public-url = "https://kyc.example", keys { ops { scope = operator, sha256 = "HASH" } } | kyc.http.keys must name at least one key of scope session: kyc api-key makes one
            """)
    void production_without_tls_in_front_or_keys_does_not_start(String http, String problem) {
        KycConfig config = config(production(http.replace("HASH", HASH)));

        assertThatExceptionOfType(KycConfigException.class)
                .isThrownBy(() -> ServedInstallation.start(config, Optional.of(0)))
                .withMessage(problem);
    }

    @Test
    void development_is_served_on_a_loopback_address_only() {
        KycConfig config = config("kyc { profile = development, store { url = memory }, providers { fake {} },"
                + " http { bind = \"0.0.0.0\" } }");

        assertThatExceptionOfType(KycConfigException.class)
                .isThrownBy(() -> ServedInstallation.start(config, Optional.of(0)))
                .withMessage("kyc.http.bind must be a loopback address under profile = development");
    }

    private String production(String http) {
        return "kyc { store { url = \"jdbc:sqlite:" + folder.resolve("kyc.db") + "\" }, retention { archive = \""
                + folder.resolve("archive") + "\" }, providers { accuauth { api-id = a, api-secret = b } }, http { "
                + http + " } }";
    }

    private static ServedInstallation start(String hocon) {
        return ServedInstallation.start(config(hocon), Optional.of(0));
    }

    private static KycConfig config(String hocon) {
        return KycConfig.parse(hocon, InstalledPlugins.find(), Map.of());
    }

    private static HttpResponse<String> get(URI url, String key) {
        return send(request(url, key).GET());
    }

    private static HttpResponse<String> post(URI url, String key, String path, String body) {
        return send(request(url.resolve(path), key)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static HttpRequest.Builder request(URI url, String key) {
        HttpRequest.Builder request = HttpRequest.newBuilder(url).timeout(Duration.ofSeconds(20));
        return key.isEmpty() ? request : request.header("Authorization", "Bearer " + key);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        return CLIENT.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString())
                .join();
    }

    private static String raw(URI url, String request) throws IOException {
        try (Socket socket = new Socket(url.getHost(), url.getPort())) {
            socket.setSoTimeout(20_000);
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
