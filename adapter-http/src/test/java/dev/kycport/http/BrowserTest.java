package dev.kycport.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ReducedMotion;
import dev.kycport.domain.SessionId;
import dev.kycport.ports.store.AuditEntry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/**
 * The hosted page in Chromium, as a person meets it. Screenshots of every screen are in {@code target/screenshots}. Without the
 * distribution's Chromium the tests are skipped, and say so.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
@EnabledIf("hasBrowser")
class BrowserTest {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final String NUMBER = "9999 4105 7058";

    // 360 pixels wide, as a small phone.
    private static final int PHONE_WIDTH = 360;
    private static final int PHONE_HEIGHT = 740;

    private static Playwright playwright;
    private static Browser browser;
    private static String axe;

    private TestServer server;
    private BrowserContext context;
    private String session = "";
    private final List<String> foreign = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();

    /** Whether there is a browser; says loudly if there is none. */
    static boolean hasBrowser() {
        boolean found = Files.isExecutable(CHROMIUM);
        if (!found) {
            System.err.println("NO BROWSER: " + CHROMIUM + " is missing, so the hosted page is NOT tested in a browser;"
                    + " install the package chromium");
        }
        return found;
    }

    @BeforeAll
    static void launch() throws IOException {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync",
                                "--disable-dev-shm-usage")));
        try (InputStream in = BrowserTest.class.getResourceAsStream("/axe.min.js")) {
            axe = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        Files.createDirectories(SCREENSHOTS);
    }

    @AfterAll
    static void quit() {
        playwright.close();
    }

    @BeforeEach
    void start() {
        server = TestServer.start();
        context = context(true, PHONE_WIDTH);
    }

    @AfterEach
    void stop() {
        context.close();
        server.close();
    }

    @Test
    void the_direct_flow_on_a_phone() {
        Page page = open("direct-otp", "en");
        look(page, "direct-1-consent");
        button(page, "I agree").click();
        look(page, "direct-2-number");
        page.getByLabel("Aadhaar number").fill("9999 4105 7059");
        button(page, "Send me a code").click();
        look(page, "direct-3-mistyped");
        page.getByLabel("Aadhaar number").fill(NUMBER);
        button(page, "Send me a code").click();
        look(page, "direct-4-code");
        page.getByLabel("Six-digit code").fill("111111");
        button(page, "Verify").click();
        assertThat(page.locator("[role=alert]").textContent()).contains("2 attempts left");
        look(page, "direct-5-wrong-code");
        page.getByLabel("Six-digit code").fill("123 456");
        button(page, "Verify").click();
        assertThat(heading(page)).isEqualTo("You are verified");
        look(page, "direct-6-verified");
        assertThat(page.getByText("Back to Example Bank").getAttribute("href")).startsWith(TestServer.RETURN_URL + "?");
        assertNothingForeign();
    }

    @Test
    void the_captcha_flow_with_a_reload() {
        Page page = open("captcha-otp", "en");
        button(page, "I agree").click();
        look(page, "captcha-1-image");
        button(page, "Show another image").click();
        page.getByLabel("Aadhaar number").fill(NUMBER);
        page.getByLabel("Text in the image").fill("WRONG");
        button(page, "Send me a code").click();
        look(page, "captcha-2-wrong");
        page.getByLabel("Aadhaar number").fill(NUMBER);
        page.getByLabel("Text in the image").fill("KYC44");
        button(page, "Send me a code").click();
        page.getByLabel("Six-digit code").fill("123456");
        button(page, "Verify").click();
        assertThat(heading(page)).isEqualTo("You are verified");
        assertNothingForeign();
    }

    @Test
    void digilocker_out_and_back() {
        Page page = open("digilocker", "en");
        button(page, "I agree").click();
        look(page, "digilocker-1-offer");
        page.getByText("Go to DigiLocker").click();
        look(page, "digilocker-2-simulated");
        page.getByText("Share the documents").click();
        assertThat(heading(page)).isEqualTo("You are verified");
        assertNothingForeign();
    }

    @Test
    void digilocker_back_in_another_browser() {
        Page page = open("digilocker", "en");
        button(page, "I agree").click();
        String offer = page.getByText("Go to DigiLocker").getAttribute("href");
        try (BrowserContext other = context(true, PHONE_WIDTH)) {
            Page app = other.newPage();
            app.navigate(server.url() + offer);
            app.getByText("Share the documents").click();
            assertThat(heading(app)).isEqualTo("Go back to where you began");
            look(app, "digilocker-3-other-browser");
        }
        refresh(page);
        assertThat(heading(page)).isEqualTo("You are verified");
    }

    @Test
    void digilocker_refused() {
        Page page = open("digilocker", "en");
        button(page, "I agree").click();
        page.getByText("Go to DigiLocker").click();
        page.getByText("Refuse").click();
        assertThat(heading(page)).isEqualTo("This verification has ended");
        look(page, "ended-denied");
    }

    @Test
    void wrong_codes_until_locked() {
        Page page = open("direct-otp", "en");
        atCode(page);
        for (int attempt = 0; attempt < 3; attempt++) {
            page.getByLabel("Six-digit code").fill("111111");
            button(page, "Verify").click();
        }
        assertThat(heading(page)).isEqualTo("This verification has ended");
        look(page, "ended-locked");
    }

    @Test
    void refresh_back_and_double_click_send_one_code() {
        Page page = open("direct-otp", "en");
        button(page, "I agree").click();
        page.getByLabel("Aadhaar number").fill(NUMBER);
        button(page, "Send me a code").dblclick();
        page.locator("#otp").waitFor();
        refresh(page);
        refresh(page);
        page.goBack();
        page.goForward();
        assertThat(heading(page)).isEqualTo("Enter the code");
        assertThat(codesSent()).isEqualTo(1);
    }

    @Test
    void two_tabs_show_one_session() {
        Page first = open("direct-otp", "en");
        button(first, "I agree").click();
        Page second = context.newPage();
        second.navigate(first.url());
        first.getByLabel("Aadhaar number").fill(NUMBER);
        button(first, "Send me a code").click();

        second.getByLabel("Aadhaar number").fill(NUMBER);
        button(second, "Send me a code").click();

        assertThat(heading(second)).isEqualTo("Enter the code");
        assertThat(codesSent()).isEqualTo(1);
    }

    @Test
    void everything_works_without_a_script() {
        try (BrowserContext plain = context(false, PHONE_WIDTH)) {
            Page page = plain.newPage();
            page.navigate(link("direct-otp", "en"));
            button(page, "I agree").click();
            page.getByLabel("Aadhaar number").fill(NUMBER);
            button(page, "Send me a code").click();
            page.screenshot(shot("no-script-code"));
            page.getByLabel("Six-digit code").fill("123456");
            button(page, "Verify").click();
            assertThat(heading(page)).isEqualTo("You are verified");
        }
    }

    @Test
    void everything_works_by_keyboard() {
        Page page = open("direct-otp", "en");
        tabTo(page, "I agree");
        page.keyboard().press("Enter");
        page.waitForURL("**/p/**");
        tabTo(page, "aadhaar");
        page.keyboard().type(NUMBER);
        page.keyboard().press("Enter");
        page.getByLabel("Six-digit code").waitFor();
        tabTo(page, "otp");
        page.screenshot(shot("keyboard-focus"));
        page.keyboard().type("123456");
        page.keyboard().press("Enter");
        page.getByText("You are verified").first().waitFor();
        assertThat(heading(page)).isEqualTo("You are verified");
    }

    @Test
    void hindi_on_a_phone() {
        Page page = open("captcha-otp", "hi");
        look(page, "hindi-1-consent");
        button(page, "मैं सहमत हूँ").click();
        look(page, "hindi-2-captcha");
        page.getByLabel("आधार नंबर").fill(NUMBER);
        page.getByLabel("चित्र का पाठ").fill("KYC42");
        button(page, "मुझे कोड भेजें").click();
        look(page, "hindi-3-code");
        page.getByLabel("छह अंकों का कोड").fill("123456");
        button(page, "सत्यापित करें").click();
        look(page, "hindi-4-verified");
        assertThat(heading(page)).isEqualTo("आपकी पहचान सत्यापित हो गई");
    }

    @Test
    void a_countdown_runs_and_a_resend_follows() {
        Page page = open("direct-otp", "en");
        atCode(page);
        Locator wait = page.locator(".again .until b");
        String shown = wait.textContent();
        assertThat(shown).startsWith("0:4");
        page.waitForCondition(() -> !wait.textContent().equals(shown));
        server.pass(Duration.ofSeconds(45));
        refresh(page);
        assertThat(page.locator(".again .until").count()).isZero();
        page.getByText("No code received?").click();
        look(page, "direct-7-resend");
        page.locator("#again").fill(NUMBER);
        button(page, "Send another code").click();
        assertThat(heading(page)).isEqualTo("Enter the code");
        assertThat(codesSent()).isEqualTo(2);
    }

    @Test
    void a_session_that_has_expired_says_what_to_do() {
        Page page = open("direct-otp", "en");
        atCode(page);
        server.pass(Duration.ofMinutes(11));
        refresh(page);
        assertThat(heading(page)).isEqualTo("You need a new code");
        look(page, "expired-code");
        server.pass(Duration.ofMinutes(30));
        refresh(page);
        assertThat(heading(page)).isEqualTo("This verification has ended");
        look(page, "ended-expired");
    }

    @Test
    void the_end_of_a_withdrawal_and_of_a_number_without_a_mobile() {
        Page page = open("direct-otp", "en");
        button(page, "I agree").click();
        page.getByText("Cancel or withdraw").click();
        look(page, "withdraw-open");
        button(page, "Withdraw my consent").click();
        look(page, "ended-withdrawn");

        Page other = open("direct-otp", "en");
        button(other, "I agree").click();
        other.getByLabel("Aadhaar number").fill("9999 7165 8847");
        button(other, "Send me a code").click();
        look(other, "ended-ineligible");
        assertThat(other.locator("main").textContent()).contains("choose another way");
    }

    @Test
    void on_a_wide_screen() {
        try (BrowserContext wide = context(true, 1280)) {
            Page page = wide.newPage();
            page.navigate(link("captcha-otp", "en"));
            look(page, "wide-1-consent");
            button(page, "I agree").click();
            look(page, "wide-2-captcha");
            page.navigate(server.url() + "/docs");
            look(page, "wide-3-docs");
        }
    }

    private Page open(String flow, String language) {
        Page page = context.newPage();
        page.navigate(link(flow, language));
        return page;
    }

    private String link(String flow, String language) {
        ApiClient.Reply opened = server.api()
                .post(
                        "/v1/sessions",
                        ApiClient.openBody(
                                flow,
                                ",\"page\":{\"language\":\"" + language + "\",\"return-url\":\"" + TestServer.RETURN_URL
                                        + "\"}"));
        session = opened.text("session");
        return opened.json().at("/page/url").asText();
    }

    private static void atCode(Page page) {
        button(page, "I agree").click();
        page.getByLabel("Aadhaar number").fill(NUMBER);
        button(page, "Send me a code").click();
        page.locator("#otp").waitFor();
    }

    // The browser refuses to reload a page that is still being replaced by another.
    private static void refresh(Page page) {
        page.waitForLoadState();
        page.reload();
    }

    private BrowserContext context(boolean script, int width) {
        BrowserContext made = browser.newContext(new Browser.NewContextOptions()
                .setJavaScriptEnabled(script)
                .setBypassCSP(false)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setDeviceScaleFactor(2)
                .setViewportSize(width, PHONE_HEIGHT));
        made.setDefaultTimeout(10_000);
        made.onRequest(request -> {
            if (!request.url().startsWith(server.url()) && !request.url().startsWith("data:")) {
                foreign.add(request.url());
            }
        });
        made.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().contains("status of 40")) {
                complaints.add(message.text());
            }
        });
        return made;
    }

    // Every screen that is looked at is also checked: no violation of WCAG 2.2 AA, nothing that sticks out to the side.
    private void look(Page page, String name) {
        page.screenshot(shot(name));
        Object result = page.evaluate(
                "async source => { (0, eval)(source); const found = await axe.run(document, {runOnly:"
                        + " ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']}); return"
                        + " found.violations.map(each => each.id + ': ' + each.nodes.map(node => node.html).join(' ')); }",
                axe);
        assertThat((List<?>) result).as(name).isEmpty();
        assertThat((Integer)
                        page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .as(name + " is wider than the screen")
                .isZero();
    }

    private void assertNothingForeign() {
        assertThat(foreign).isEmpty();
        assertThat(complaints).isEmpty();
    }

    private static Page.ScreenshotOptions shot(String name) {
        return new Page.ScreenshotOptions()
                .setPath(SCREENSHOTS.resolve(name + ".png"))
                .setFullPage(true);
    }

    private static Locator button(Page page, String name) {
        return page.locator("button", new Page.LocatorOptions().setHasText(name))
                .first();
    }

    private static String heading(Page page) {
        return page.locator("h1").textContent();
    }

    private static void tabTo(Page page, String target) {
        for (int presses = 0; presses < 30; presses++) {
            Object focused = page.evaluate("(document.activeElement.id || document.activeElement.textContent).trim()");
            if (target.equals(focused)) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("no key leads to " + target);
    }

    private long codesSent() {
        return server.service.audit(new SessionId(session)).stream()
                .filter(entry -> entry.kind() == AuditEntry.Kind.INTENT)
                .count();
    }
}
