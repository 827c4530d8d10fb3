package dev.kycport.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.http.ApiClient.Reply;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is not a valid request gets the right problem, says nothing of what was sent, and the service goes on. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class StrictRequestsTest {

    private static TestServer server;
    private static ApiClient api;

    @BeforeAll
    static void start() {
        server = TestServer.start();
        api = server.api();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[]",
                "\"text\"",
                "null",
                "{\"otp\":\"123456\"} {}",
                "{\"otp\":\"123456\",\"otp\":\"654321\"}",
                "{\"otp\":'123456'}",
                "{/* no */\"otp\":\"123456\"}",
                "{\"otp\":NaN}",
                "{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":1}}}}}}}}}"
            })
    void a_body_that_is_not_one_json_object_is_malformed(String body) {
        Reply reply = api.step(api.open("direct-otp"), "submit-code", body);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.code()).isEqualTo("http.malformed-json");
        assertThat(reply.body()).doesNotContain("123456");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"otp\":123456}|http.wrong-type|otp",
                "{\"otp\":null}|http.wrong-type|otp",
                "{\"otp\":[\"123456\"]}|http.wrong-type|otp",
                "{\"pin\":\"123456\"}|http.unknown-field|",
                "{\"otp\":\"123456\",\"secret-9999\":1}|http.unknown-field|"
            })
    void fields_are_known_and_of_their_types(String body, String code, String field) {
        Reply reply = api.step(api.open("direct-otp"), "submit-code", body);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.code()).isEqualTo(code);
        assertThat(reply.text("field")).isEqualTo(field == null ? "" : field);
        assertThat(reply.body()).doesNotContain("123456").doesNotContain("secret-9999");
    }

    @Test
    void a_missing_field_is_named() {
        Reply reply = api.step(api.consented("direct-otp"), "start-direct-otp", "{}");

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.text("field")).isEqualTo("aadhaar");
    }

    @Test
    void a_body_of_10_MB_is_refused_before_it_is_sent_and_the_service_goes_on() throws IOException {
        String reply = raw(
                "POST /v1/sessions HTTP/1.1\r\nHost: "
                        + server.options.publicUrl().getAuthority() + "\r\nAuthorization: Bearer " + server.sessionKey
                        + "\r\nContent-Type: application/json\r\nContent-Length: 10485760\r\nConnection: close\r\n\r\n{\"flow\":\"");

        assertThat(reply).startsWith("HTTP/1.1 413 ").contains("http.body-too-large");
        assertThat(api.open("direct-otp")).hasSize(22);
    }

    @Test
    void a_large_body_without_a_length_is_refused_as_well() throws IOException {
        String chunk = "20000\r\n" + " ".repeat(0x20000) + "\r\n";

        String reply = raw("POST /v1/sessions HTTP/1.1\r\nHost: "
                + server.options.publicUrl().getAuthority() + "\r\nAuthorization: Bearer " + server.sessionKey
                + "\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n"
                + chunk
                + "1\r\n \r\n0\r\n\r\n");

        assertThat(reply).startsWith("HTTP/1.1 413 ").contains("http.body-too-large");
    }

    @Test
    void another_media_type_is_refused() {
        Reply reply = ApiClient.send(api.request("/v1/sessions")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("flow=direct-otp")));

        assertThat(reply.status()).isEqualTo(415);
    }

    @Test
    void a_wrong_method_names_the_right_ones() {
        Reply reply = ApiClient.send(api.request("/v1/sessions").DELETE());

        assertThat(reply.status()).isEqualTo(405);
        assertThat(reply.code()).isEqualTo("http.method-not-allowed");
        assertThat(reply.header("Allow")).isEqualTo("POST");
        assertThat(api.get("/v1/sessions").status()).isEqualTo(405);
        assertThat(ApiClient.send(api.request("/v1/providers").method("TRACE", HttpRequest.BodyPublishers.noBody()))
                        .status())
                .isEqualTo(405);
    }

    @Test
    void an_unknown_path_and_a_step_that_does_not_exist_are_not_found() {
        assertThat(api.get("/v2/sessions").code()).isEqualTo("http.not-found");
        assertThat(api.step(api.open("direct-otp"), "verify-everybody", "{}").code())
                .isEqualTo("http.not-found");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/assets/../../../../etc/passwd",
                "/assets/..%2f..%2f..%2fetc%2fpasswd",
                "/assets/%2e%2e/%2e%2e/pom.xml",
                "/assets/..;/page.css",
                "/v1/sessions/..%00/identity",
                "/assets//page.css",
                "/./v1/../v1/openapi.json%0d%0aX-Injected:%20yes"
            })
    void a_path_leads_nowhere_but_to_a_route(String path) throws IOException {
        String reply = raw("GET " + path + " HTTP/1.1\r\nHost: "
                + server.options.publicUrl().getAuthority() + "\r\nConnection: close\r\n\r\n");

        assertThat(reply)
                .containsPattern("^HTTP/1.1 40[034] ")
                .doesNotContain("root:")
                .doesNotContain("\nX-Injected");
    }

    @Test
    void another_host_is_refused_but_for_probes() throws IOException {
        String reply = raw("GET /v1/openapi.json HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n");
        String probe = raw("GET /healthz HTTP/1.1\r\nHost: 10.0.0.7\r\nConnection: close\r\n\r\n");

        assertThat(reply)
                .startsWith("HTTP/1.1 421 ")
                .contains("http.wrong-host")
                .doesNotContain("evil.example");
        assertThat(probe).startsWith("HTTP/1.1 200 ").endsWith("ok\n");
    }

    @Test
    void without_a_known_key_nothing_is_answered() {
        for (String key : new String[] {"", "kyc_session_wrong", "x".repeat(5000)}) {
            Reply reply = server.api(key).get("/v1/sessions/AAAAAAAAAAAAAAAAAAAAAA");

            assertThat(reply.status()).isEqualTo(401);
            assertThat(reply.header("WWW-Authenticate")).isEqualTo("Bearer");
        }
        assertThat(ApiClient.send(HttpRequest.newBuilder(URI.create(server.url() + "/v1/providers"))
                                .header("Authorization", "Basic " + server.sessionKey)
                                .GET())
                        .status())
                .isEqualTo(401);
    }

    @Test
    void a_key_of_the_other_scope_is_forbidden() {
        assertThat(server.api(server.operatorKey).get("/v1/providers").code()).isEqualTo("http.forbidden");
        assertThat(api.get("/metrics").code()).isEqualTo("http.forbidden");
        assertThat(server.api(server.operatorKey).get("/metrics").body()).contains("kyc_up 1");
    }

    @Test
    void every_answer_forbids_caching_framing_and_foreign_content() {
        Reply reply = api.get("/v1/providers");

        assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
        assertThat(reply.header("Content-Security-Policy"))
                .contains("default-src 'none'")
                .doesNotContain("unsafe");
        assertThat(reply.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(reply.header("Strict-Transport-Security")).isEmpty();
    }

    @Test
    void probes_answer_without_a_key() {
        assertThat(server.api("").get("/healthz").status()).isEqualTo(200);
        assertThat(server.api("").get("/readyz").body()).isEqualTo("ready\n");
    }

    private static String raw(String request) throws IOException {
        URI url = server.options.publicUrl();
        try (Socket socket = new Socket(url.getHost(), url.getPort())) {
            socket.setSoTimeout(10_000);
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
