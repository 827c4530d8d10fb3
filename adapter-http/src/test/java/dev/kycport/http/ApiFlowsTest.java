package dev.kycport.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kycport.http.ApiClient.Reply;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Every flow over the API, from opening to the identity that is taken over once. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ApiFlowsTest {

    private static final String NUMBER = "{\"aadhaar\":\"9999 4105 7058\"}";

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

    @Test
    void the_direct_flow_verifies_a_person_and_hands_the_identity_over_once() {
        String session = api.open("direct-otp");
        assertThat(api.step(session, "give-consent", "{\"method\":\"button\",\"validity\":600}")
                        .text("screen"))
                .isEqualTo("number");
        Reply sent = api.step(session, "start-direct-otp", NUMBER);
        assertThat(sent.text("screen")).isEqualTo("code");
        assertThat(sent.json().at("/code/attemptsLeft").asInt()).isEqualTo(3);

        assertThat(api.step(session, "submit-code", "{\"otp\":\"123456\"}").text("state"))
                .isEqualTo("verified");
        JsonNode identity = api.get("/v1/sessions/" + session + "/identity").json();
        assertThat(identity.path("name").asText()).isEqualTo("Asha Test Rao");
        assertThat(identity.path("maskedAadhaar").asText()).isEqualTo("XXXX XXXX 7058");
        assertThat(identity.at("/photo/base64").asText()).hasSizeGreaterThan(100);

        assertThat(api.step(session, "complete", "").text("screen")).isEqualTo("completed");
        assertThat(api.step(session, "complete", "").status()).isEqualTo(200);
        Reply again = api.get("/v1/sessions/" + session + "/identity");
        assertThat(again.status()).isEqualTo(410);
        assertThat(again.code()).isEqualTo("http.identity-erased");
    }

    @Test
    void the_captcha_flow_verifies_a_person() {
        String session = api.consented("captcha-otp");
        Reply shown = api.step(session, "start-captcha-otp", "{}");
        assertThat(shown.json().at("/captcha/mediaType").asText()).isEqualTo("image/png");
        Reply reloaded = api.step(session, "reload-captcha", "{}");
        assertThat(reloaded.json().at("/captcha/image").asText())
                .isNotEqualTo(shown.json().at("/captcha/image").asText());
        Reply wrong = api.step(session, "submit-captcha", "{\"aadhaar\":\"999941057058\",\"captcha\":\"NOT IT\"}");
        assertThat(wrong.status()).isEqualTo(200);
        assertThat(wrong.json().at("/report/code").asText()).isEqualTo("captcha.wrong");

        api.step(session, "submit-captcha", "{\"aadhaar\":\"999941057058\",\"captcha\":\"KYC44\"}");
        assertThat(api.step(session, "submit-code", "{\"otp\":\"123456\"}").text("state"))
                .isEqualTo("verified");
    }

    @Test
    void the_digilocker_flow_fetches_documents() {
        String session = api.consented("digilocker");
        Reply offered = api.step(
                session,
                "start-digilocker",
                "{\"redirect-url\":\"https://shop.example/back\",\"document\":[\"aadhaar\",\"pan\"]}");
        String url = offered.json().at("/offer/url").asText();
        String state = url.substring(url.indexOf("state=") + 6);

        Reply returned = api.step(
                session,
                "handle-digilocker-return",
                "{\"return-url\":\"https://shop.example/back?code=granted&state=" + state + "\"}");

        assertThat(returned.text("state")).isEqualTo("verified");
        assertThat(api.get("/v1/sessions/" + session + "/identity").json().path("documents"))
                .hasSize(2);
    }

    @Test
    void a_wrong_code_is_a_verdict_beside_the_view_until_the_session_is_locked() {
        String session = api.consented("direct-otp");
        api.step(session, "start-direct-otp", NUMBER);

        Reply wrong = api.step(session, "submit-code", "{\"otp\":\"654321\"}");
        assertThat(wrong.status()).isEqualTo(200);
        assertThat(wrong.json().at("/report/code").asText()).isEqualTo("otp.wrong-code");
        assertThat(wrong.json().at("/code/attemptsLeft").asInt()).isEqualTo(2);
        api.step(session, "submit-code", "{\"otp\":\"654321\"}");
        assertThat(api.step(session, "submit-code", "{\"otp\":\"654321\"}").text("endReason"))
                .isEqualTo("locked");
        assertThat(api.step(session, "submit-code", "{\"otp\":\"123456\"}").status())
                .isEqualTo(409);
    }

    @Test
    void a_resend_that_comes_too_soon_says_when_it_works() {
        String session = api.consented("direct-otp");
        api.step(session, "start-direct-otp", NUMBER);

        Reply early = api.step(session, "resend-code", NUMBER);

        assertThat(early.status()).isEqualTo(429);
        assertThat(early.code()).isEqualTo("otp.resend-too-soon");
        assertThat(early.header("Retry-After")).isEqualTo("45");
        assertThat(early.header("Content-Type")).isEqualTo("application/problem+json");
        server.pass(Duration.ofSeconds(45));
        assertThat(api.step(session, "resend-code", NUMBER).status()).isEqualTo(200);
    }

    @Test
    void cancelling_and_withdrawing_end_a_session() {
        String cancelled = api.consented("direct-otp");
        assertThat(api.step(cancelled, "cancel", "").text("endReason")).isEqualTo("cancelled");

        String withdrawn = api.consented("direct-otp");
        assertThat(api.step(withdrawn, "withdraw-consent", "").text("endReason"))
                .isEqualTo("consent-withdrawn");
        assertThat(api.get("/v1/sessions/" + withdrawn + "/identity").code()).isEqualTo("http.identity-absent");
    }

    @Test
    void a_receipt_names_what_was_asked_and_each_use() {
        String session = api.consented("direct-otp");
        api.step(session, "start-direct-otp", NUMBER);

        JsonNode receipt = api.get("/v1/sessions/" + session + "/receipt").json();

        assertThat(receipt.at("/notice/text").asText()).startsWith("We fetch your name.");
        assertThat(receipt.path("events").findValuesAsText("kind")).containsExactly("asked", "given", "used");
        assertThat(receipt.path("events").findValuesAsText("provider")).containsExactly("fake");
    }

    @Test
    void providers_are_listed_with_their_flows() {
        JsonNode providers = api.get("/v1/providers").json().path("providers");

        assertThat(providers).hasSize(1);
        assertThat(providers.get(0).path("flows").toString())
                .isEqualTo("[\"captcha-otp\",\"digilocker\",\"direct-otp\"]");
    }

    @Test
    void what_a_person_mistypes_is_named_and_not_repeated() {
        String session = api.consented("direct-otp");

        Reply mistyped = api.step(session, "start-direct-otp", "{\"aadhaar\":\"999941057059\"}");

        assertThat(mistyped.status()).isEqualTo(422);
        assertThat(mistyped.code()).isEqualTo("input.invalid");
        assertThat(mistyped.text("field")).isEqualTo("aadhaar");
        assertThat(mistyped.body()).doesNotContain("999941057059");
    }

    @Test
    void an_unknown_id_and_a_text_that_is_no_id_are_answered_alike() {
        String unknown = api.get("/v1/sessions/AAAAAAAAAAAAAAAAAAAAAA").body();

        assertThat(api.get("/v1/sessions/AAAAAAAAAAAAAAAAAAAAAA").status()).isEqualTo(404);
        assertThat(api.get("/v1/sessions/nothing").body()).isEqualTo(unknown).contains("session.unknown");
        assertThat(api.step("AAAAAAAAAAAAAAAAAAAAAA", "cancel", "").body()).isEqualTo(unknown);
    }
}
