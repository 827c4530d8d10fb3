package dev.kycport.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.domain.SessionId;
import dev.kycport.http.ApiClient.Reply;
import dev.kycport.ports.store.AuditEntry;
import dev.kycport.tck.concurrency.Race;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The hosted page without a script, over plain HTTP. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class HostedPageTest {

    private static final String NUMBER = "9999 4105-7058";

    private TestServer server;

    @BeforeEach
    void start() {
        server = TestServer.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void the_direct_flow_is_finished_on_the_page() {
        Opened opened = open("direct-otp", ",\"page\":{\"return-url\":\"" + TestServer.RETURN_URL + "/42\"}");
        PageClient person = new PageClient().visit(opened.url());

        assertThat(person.heading()).isEqualTo("May we verify your identity?");
        assertThat(person.body()).contains("We fetch your name.", "opening an account", "Photograph");
        assertThat(person.submit("give-consent").heading()).isEqualTo("Enter your Aadhaar number");
        assertThat(person.submit("start-direct-otp", "aadhaar", NUMBER).heading())
                .isEqualTo("Enter the code");
        assertThat(person.body()).contains("autocomplete=\"one-time-code\"", "3 attempts left");
        assertThat(person.submit("submit-code", "otp", " 123-456 ").heading()).isEqualTo("You are verified");
        assertThat(person.body())
                .contains("href=\"" + TestServer.RETURN_URL + "/42?session=" + opened.session() + "\"");
        assertThat(state(opened)).isEqualTo("verified");
    }

    @Test
    void the_captcha_flow_is_finished_on_the_page() {
        Opened opened = open("captcha-otp", ",\"page\":{}");
        PageClient person = new PageClient().visit(opened.url()).submit("give-consent");

        assertThat(person.body()).contains("data:image/png;base64,");
        assertThat(person.submit("submit-captcha", "aadhaar", NUMBER, "captcha", "nonsense")
                        .message())
                .isEqualTo("The text does not match the image. Please try the new image.");
        person.submit("reload-captcha");
        person.submit("submit-captcha", "aadhaar", NUMBER, "captcha", "KYC44");
        assertThat(person.submit("submit-code", "otp", "123456").heading()).isEqualTo("You are verified");
    }

    @Test
    void digilocker_is_left_and_returned_to() {
        Opened opened = open("digilocker", ",\"page\":{\"document\":[\"aadhaar\",\"pan\"]}");
        PageClient person = new PageClient().visit(opened.url()).submit("give-consent");
        assertThat(person.heading()).isEqualTo("Share your documents in DigiLocker");

        person.visit(simulated(person));
        person.visit(granted(person));

        assertThat(person.heading()).isEqualTo("You are verified");
        assertThat(server.api()
                        .get("/v1/sessions/" + opened.session() + "/identity")
                        .json()
                        .path("documents"))
                .hasSize(2);
    }

    @Test
    void a_return_in_another_browser_goes_on_in_the_first_and_shows_nothing_there() {
        Opened opened = open("digilocker", ",\"page\":{}");
        PageClient person = new PageClient().visit(opened.url()).submit("give-consent");
        String page = person.address();
        PageClient other = new PageClient()
                .visit(URI.create(page).resolve(simulatedPath(person)).toString());

        other.visit(granted(other));

        assertThat(other.heading()).isEqualTo("Go back to where you began");
        assertThat(other.visit(page).status()).isEqualTo(404);
        assertThat(person.visit(page).heading()).isEqualTo("You are verified");
    }

    @Test
    void a_return_that_is_refreshed_or_forged_changes_nothing() {
        Opened opened = open("digilocker", ",\"page\":{}");
        PageClient person = new PageClient().visit(opened.url()).submit("give-consent");
        String page = person.address();
        PageClient attacker = new PageClient();

        attacker.visit(page + "/return?code=granted&state=guessed");
        assertThat(state(opened)).isEqualTo("awaiting-authorization");

        person.visit(simulated(person));
        String back = granted(person);
        person.visit(back).visit(back);
        assertThat(person.heading()).isEqualTo("You are verified");
    }

    @Test
    void wrong_codes_lock_the_session_and_say_what_to_do() {
        Opened opened = open("direct-otp", ",\"page\":{}");
        PageClient person = atCode(opened);

        assertThat(person.submit("submit-code", "otp", "111111").message())
                .isEqualTo("This code is not correct. You have 2 attempts left.");
        person.submit("submit-code", "otp", "111111");
        assertThat(person.submit("submit-code", "otp", "111111").heading()).isEqualTo("This verification has ended");
        assertThat(person.body()).contains("Too many wrong attempts. Please start again.");
    }

    @Test
    void a_refresh_or_a_double_click_sends_one_code_and_spends_one_attempt() {
        Opened opened = open("direct-otp", ",\"page\":{}");
        PageClient person = new PageClient().visit(opened.url()).submit("give-consent");

        List<Reply> clicks =
                Race.run(2, runner -> ApiClient.send(copyOf(person, "start-direct-otp", "aadhaar", NUMBER)));
        person.visit(person.address()).visit(person.address());
        assertThat(clicks).allMatch(reply -> reply.status() == 303);
        assertThat(providerCalls(opened)).isEqualTo(1);

        HttpRequest.Builder wrong = copyOf(person, "submit-code", "otp", "111111");
        ApiClient.send(wrong);
        ApiClient.send(wrong);
        assertThat(person.visit(person.address()).body()).contains("2 attempts left");
    }

    @Test
    void a_double_click_on_the_first_form_keeps_the_page_in_this_browser() {
        Opened opened = open("direct-otp", ",\"page\":{}");
        PageClient person = new PageClient().visit(opened.url());

        List<Reply> clicks = Race.run(2, runner -> ApiClient.send(copyOf(person, "give-consent")));

        assertThat(clicks).allMatch(reply -> reply.status() == 303);
        assertThat(person.visit(opened.url()).heading()).isEqualTo("Enter your Aadhaar number");
    }

    @Test
    void a_resend_that_comes_too_soon_says_when_and_sends_nothing() {
        Opened opened = open("direct-otp", ",\"page\":{}");
        PageClient person = atCode(opened);

        assertThat(person.submit("resend-code", "aadhaar", NUMBER).message())
                .isEqualTo("A code is on its way to you. You can ask for another in 1 minute.");
        server.pass(Duration.ofSeconds(45));
        assertThat(person.visit(person.address())
                        .submit("resend-code", "aadhaar", NUMBER)
                        .message())
                .isEmpty();
        assertThat(providerCalls(opened)).isEqualTo(2);
    }

    @Test
    void the_page_belongs_to_the_browser_that_steps_first_and_a_preview_takes_nothing_away() {
        Opened opened = open("direct-otp", ",\"page\":{}");
        PageClient preview = new PageClient().visit(opened.url());
        PageClient person = new PageClient().visit(opened.url()).submit("give-consent");
        String page = person.address();

        assertThat(page).doesNotContain(opened.url().substring(opened.url().lastIndexOf('/') + 1));
        assertThat(preview.submit("decline-consent").heading()).isEqualTo("This page is open in another browser");
        assertThat(new PageClient().visit(opened.url()).status()).isEqualTo(403);
        assertThat(new PageClient().visit(page).status()).isEqualTo(404);
        assertThat(person.visit(opened.url()).heading()).isEqualTo("Enter your Aadhaar number");
    }

    @Test
    void a_link_that_is_too_old_or_unknown_is_answered_alike() {
        Opened opened = open("direct-otp", ",\"page\":{}");
        String unknown =
                new PageClient().visit(server.url() + "/s/" + "A".repeat(43)).body();
        server.pass(Duration.ofMinutes(15));

        PageClient late = new PageClient().visit(opened.url());

        assertThat(late.status()).isEqualTo(404);
        assertThat(late.body()).isEqualTo(unknown).contains("This link is no longer valid");
    }

    @Test
    void a_form_from_elsewhere_does_nothing() {
        Opened opened = open("direct-otp", ",\"page\":{}");
        PageClient person = new PageClient().visit(opened.url()).submit("give-consent");

        Reply foreign = person.send(person.form("cancel").header("Origin", "https://evil.example"));
        Reply crossSite = person.send(person.form("cancel").header("Sec-Fetch-Site", "cross-site"));
        Reply withoutProof = person.send(person.post(person.address(), Map.of("action", "cancel", "revision", "1")));

        assertThat(List.of(foreign, crossSite, withoutProof)).allMatch(reply -> reply.status() == 403);
        assertThat(state(opened)).isEqualTo("consented");
    }

    @Test
    void what_the_person_typed_is_not_shown_again() {
        Opened opened = open("direct-otp", ",\"page\":{}");
        PageClient person = new PageClient().visit(opened.url()).submit("give-consent");

        person.submit("start-direct-otp", "aadhaar", "9999 4105 7059");

        assertThat(person.message())
                .isEqualTo("This is not a valid Aadhaar number or virtual ID. Please check the digits.");
        assertThat(person.body() + person.address()).doesNotContain("7059").contains("aria-invalid=\"true\"");
    }

    @Test
    void a_message_in_the_address_shows_known_texts_only() {
        Opened opened = open("direct-otp", ",\"page\":{}");
        PageClient person = new PageClient().visit(opened.url()).submit("give-consent");

        person.visit(person.address() + "?said=%3Cscript%3Ealert(1)%3C/script%3E&field=%22onload&wait=x");

        assertThat(person.message()).isEmpty();
        assertThat(person.body()).doesNotContain("alert(1)").doesNotContain("onload");
    }

    @Test
    void the_notice_is_shown_as_text() {
        String body = ApiClient.openBody("direct-otp", ",\"page\":{}")
                .replace("We keep it", "<script src=//evil.example></script>We keep it");
        PageClient person = new PageClient()
                .visit(server.api()
                        .post("/v1/sessions", body)
                        .json()
                        .at("/page/url")
                        .asText());

        assertThat(person.body()).contains("&lt;script src=//evil.example").doesNotContain("<script src=//evil");
    }

    @Test
    void a_return_url_must_be_on_the_list() {
        for (String url : List.of(
                "https://evil.example/",
                "http://127.0.0.1:9/done-not",
                "http://127.0.0.1:9/done/../admin",
                "http://127.0.0.1:9@evil.example/done",
                "javascript:alert(1)",
                "//evil.example/done")) {
            Reply reply = server.api()
                    .post(
                            "/v1/sessions",
                            ApiClient.openBody("direct-otp", ",\"page\":{\"return-url\":\"" + url + "\"}"));

            assertThat(reply.code()).as(url).isEqualTo("http.return-url-not-allowed");
        }
    }

    @Test
    void the_page_speaks_hindi() {
        Opened opened = open("direct-otp", ",\"page\":{\"language\":\"hi\"}");
        PageClient person = new PageClient().visit(opened.url());

        assertThat(person.body()).contains("<html lang=\"hi\">", "मैं सहमत हूँ");
        assertThat(person.submit("give-consent")
                        .submit("start-direct-otp", "aadhaar", "1")
                        .message())
                .isEqualTo("यह मान्य आधार नंबर या वर्चुअल आईडी नहीं है। कृपया अंक जाँचें।");
        assertThat(person.visit(person.address().replaceAll("\\?.*", "") + "?lang=en")
                        .heading())
                .isEqualTo("Enter your Aadhaar number");
        assertThat(person.visit(person.address().replaceAll("\\?.*", "")).heading())
                .isEqualTo("Enter your Aadhaar number");
    }

    @Test
    void a_whole_page_is_small_and_loads_nothing_from_elsewhere() {
        Opened opened = open("captcha-otp", ",\"page\":{}");
        PageClient person = new PageClient().visit(opened.url()).submit("give-consent");
        int assets = 0;
        for (String name : List.of("page.css", "page.js", "icon.svg")) {
            assets += server.api("").get("/assets/" + name).body().length();
        }

        assertThat(person.body().length() + assets).isLessThan(60 * 1024);
        assertThat(person.body()).doesNotContain("http://", "https://");
        assertThat(person.reply().header("Cache-Control")).isEqualTo("no-store");
        assertThat(person.reply().header("Content-Security-Policy")).contains("script-src 'self'");
    }

    @Test
    void another_node_serves_the_same_page() {
        Opened opened = open("direct-otp", ",\"page\":{}");
        PageClient person = new PageClient().visit(opened.url()).submit("give-consent");

        try (TestServer node = server.another()) {
            person.visit(person.address().replace(server.url(), node.url()));
            assertThat(person.heading()).isEqualTo("Enter your Aadhaar number");
        }
    }

    @Test
    void withdrawing_on_the_page_ends_the_session() {
        Opened opened = open("direct-otp", ",\"page\":{}");
        PageClient person = atCode(opened);

        assertThat(person.submit("withdraw-consent").body())
                .contains("You have withdrawn your consent, and your data was erased.");
        assertThat(state(opened)).isEqualTo("ended");
    }

    private record Opened(String session, String url) {}

    private Opened open(String flow, String more) {
        Reply reply = server.api().post("/v1/sessions", ApiClient.openBody(flow, more));
        return new Opened(reply.text("session"), reply.json().at("/page/url").asText());
    }

    private PageClient atCode(Opened opened) {
        return new PageClient()
                .visit(opened.url())
                .submit("give-consent")
                .submit("start-direct-otp", "aadhaar", NUMBER);
    }

    private String state(Opened opened) {
        return server.api().get("/v1/sessions/" + opened.session()).text("state");
    }

    private long providerCalls(Opened opened) {
        return server.service.audit(new SessionId(opened.session())).stream()
                .filter(entry -> entry.kind() == AuditEntry.Kind.INTENT)
                .count();
    }

    private static HttpRequest.Builder copyOf(PageClient person, String action, String... fields) {
        HttpRequest.Builder form = person.form(action, fields);
        person.addCookies(form);
        return form;
    }

    private static String simulatedPath(PageClient person) {
        return person.body()
                .replaceAll("(?s).*href=\"([^\"]*simulated-digilocker[^\"]*)\".*", "$1")
                .replace("&amp;", "&");
    }

    private static String simulated(PageClient person) {
        return URI.create(person.address()).resolve(simulatedPath(person)).toString();
    }

    private static String granted(PageClient person) {
        String path = person.body()
                .replaceAll("(?s).*href=\"([^\"]*code=granted[^\"]*)\".*", "$1")
                .replace("&amp;", "&");
        return URI.create(person.address()).resolve(path).toString();
    }
}
