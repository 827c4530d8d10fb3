package dev.kycport.http.internal.page;

import dev.kycport.app.KycService;
import dev.kycport.app.step.SessionView;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.session.KycSession;
import dev.kycport.http.internal.crypto.Hashes;
import dev.kycport.http.internal.web.HttpProblem;
import dev.kycport.http.internal.web.Route;
import dev.kycport.http.internal.web.Templates;
import dev.kycport.http.internal.web.WebRequest;
import dev.kycport.http.internal.web.WebResponse;
import dev.kycport.http.settings.HttpOptions;
import io.vavr.control.Either;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * The hosted page. Every form answers with a redirect, so that a refresh or the Back button repeats nothing, and every page works
 * without a script.
 */
public final class HostedPages {

    private static final String LANGUAGE = "lang";
    private static final String LANGUAGE_COOKIE = "kyc-lang";
    private static final String COOKIE_PREFIX = "kyc-page-";
    private static final String DAY = "86400";
    private static final String POLL_SECONDS = "2";

    private final KycService service;
    private final PageLinks links;
    private final PageSteps steps;
    private final HttpOptions options;
    private final String base;
    private final PageAssets assets;

    public HostedPages(KycService service, PageLinks links, HttpOptions options) {
        this.service = service;
        this.links = links;
        this.steps = new PageSteps(service, links);
        this.options = options;
        this.base =
                options.publicUrl().getPath() == null ? "" : options.publicUrl().getPath();
        this.assets = new PageAssets(options.brand());
    }

    public List<Route> routes() {
        return List.of(
                new Route("GET", "/s/{token}", this::showLink),
                new Route("POST", "/s/{token}", this::firstStep),
                new Route("GET", "/p/{page}", this::show),
                new Route("POST", "/p/{page}", this::step),
                new Route("GET", "/p/{page}/return", this::handleReturn),
                new Route("GET", "/simulated-digilocker", (request, values) -> simulate(request)),
                new Route("GET", "/assets/{name}", (request, values) -> assets.find(values.getOrDefault("name", ""))));
    }

    // The cookie comes with the first look, so that it is there whichever of two clicks the browser waits for.
    private WebResponse showLink(WebRequest request, Map<String, String> values) {
        Optional<PageLinks.FoundPage> page = links.findByToken(values.getOrDefault("token", ""));
        if (page.isEmpty()) {
            return notice(request, PageTexts.DEFAULT, 404, "link-over");
        }
        if (owns(request, page.get())) {
            return WebResponse.seeOther(base + "/p/" + page.get().id());
        }
        if (page.get().stored().browser().isPresent()) {
            return notice(request, page.get().stored().language(), 403, "other-browser");
        }
        Optional<String> known = request.cookie(COOKIE_PREFIX + page.get().id());
        String secret = known.orElseGet(links::newSecret);
        WebResponse shown = page(request, page.get(), base + "/s/" + values.get("token"), csrf(secret, page.get()));
        return known.isPresent()
                ? shown
                : shown.withHeader(
                        "Set-Cookie", cookie(COOKIE_PREFIX + page.get().id(), secret));
    }

    private WebResponse firstStep(WebRequest request, Map<String, String> values) {
        Optional<PageLinks.FoundPage> page = links.findByToken(values.getOrDefault("token", ""));
        if (page.isEmpty()) {
            return notice(request, PageTexts.DEFAULT, 404, "link-over");
        }
        Optional<String> secret = request.cookie(COOKIE_PREFIX + page.get().id());
        return secret.isEmpty()
                ? notice(request, page.get().stored().language(), 403, "no-cookie")
                : checkedStep(request, page.get(), () -> links.claim(page.get(), secret.get()));
    }

    private WebResponse show(WebRequest request, Map<String, String> values) {
        return links.findById(values.getOrDefault("page", ""))
                .filter(page -> owns(request, page))
                .map(page -> page(
                        request,
                        page,
                        base + "/p/" + page.id(),
                        csrf(request.cookie(COOKIE_PREFIX + page.id()).orElse(""), page)))
                .orElseGet(() -> notice(request, PageTexts.DEFAULT, 404, "link-over"));
    }

    private WebResponse step(WebRequest request, Map<String, String> values) {
        return links.findById(values.getOrDefault("page", ""))
                .filter(page -> owns(request, page))
                .map(page -> checkedStep(request, page, () -> true))
                .orElseGet(() -> notice(request, PageTexts.DEFAULT, 404, "link-over"));
    }

    private WebResponse checkedStep(WebRequest request, PageLinks.FoundPage page, BooleanSupplier claim) {
        Either<HttpProblem, Map<String, String>> form = request.form();
        if (form.isLeft()) {
            return form.getLeft().toResponse();
        }
        boolean ours = isSameOrigin(request)
                && request.cookie(COOKIE_PREFIX + page.id())
                        .filter(secret ->
                                Hashes.matches(csrf(secret, page), form.get().getOrDefault("csrf", "")))
                        .isPresent();
        if (!ours) {
            return notice(request, page.stored().language(), 403, "form-over");
        }
        return claim.getAsBoolean()
                ? WebResponse.seeOther(address(page, steps.take(page, form.get())))
                : notice(request, page.stored().language(), 403, "other-browser");
    }

    // The browser of a phone may come back into another one than the person began with: that one sees where to go on,
    // and
    // nothing else.
    private WebResponse handleReturn(WebRequest request, Map<String, String> values) {
        Optional<PageLinks.FoundPage> page = links.findById(values.getOrDefault("page", ""));
        if (page.isEmpty()) {
            return notice(request, PageTexts.DEFAULT, 404, "link-over");
        }
        Optional<PageSteps.StepOutcome> outcome =
                request.rawQuery().flatMap(query -> steps.handleReturn(page.get(), query));
        return owns(request, page.get())
                ? WebResponse.seeOther(address(page.get(), outcome))
                : notice(request, page.get().stored().language(), 200, "go-back");
    }

    private String address(PageLinks.FoundPage page, Optional<PageSteps.StepOutcome> outcome) {
        String address = base + "/p/" + page.id();
        return outcome.map(said -> address + "?said=" + said.code()
                        + said.field().map(field -> "&field=" + field).orElse("")
                        + (said.waitSeconds() > 0 ? "&wait=" + said.waitSeconds() : ""))
                .orElse(address);
    }

    private WebResponse page(WebRequest request, PageLinks.FoundPage page, String address, String csrf) {
        Either<KycFailure, KycSession> session =
                service.findSession(page.stored().session());
        if (session.isLeft()) {
            return notice(request, page.stored().language(), 404, "link-over");
        }
        SessionView view = service.view(page.stored().session()).get();
        PageTexts texts = PageTexts.in(language(request, page.stored().language()));
        PageModel model = new PageModel(
                texts,
                base,
                options.brand().name(),
                options.brand().logo().isPresent(),
                address,
                csrf,
                session.get().header().revision(),
                view,
                message(request, texts, view),
                request.query("field").filter(field -> field.matches("[a-z-]{1,20}")),
                view.offer().map(offer -> offerUrl(page, offer.url())),
                page.stored().returnUrl().map(url -> withSession(url, view.session())));
        WebResponse response = WebResponse.html(200, Templates.render("page.jte", model));
        WebResponse polled =
                view.screen() == SessionView.Screen.WAIT ? response.withHeader("Refresh", POLL_SECONDS) : response;
        return withLanguage(request, polled);
    }

    private static Optional<String> message(WebRequest request, PageTexts texts, SessionView view) {
        int attempts = view.code()
                .map(SessionView.CodeView::attemptsLeft)
                .or(() -> view.captcha().map(SessionView.CaptchaView::attemptsLeft))
                .orElse(0);
        Duration wait = request.query("wait")
                .filter(text -> text.matches("[0-9]{1,5}"))
                .map(text -> Duration.ofSeconds(Long.parseLong(text)))
                .orElse(Duration.ZERO);
        boolean over = view.screen() == SessionView.Screen.ENDED
                || view.screen() == SessionView.Screen.VERIFIED
                || view.screen() == SessionView.Screen.COMPLETED;
        return over
                ? Optional.empty()
                : request.query("said")
                        .flatMap(code -> request.query("field")
                                .flatMap(field -> texts.find("invalid." + field))
                                .or(() -> texts.report(code, attempts, wait)));
    }

    // A test double offers a place that does not exist.
    private String offerUrl(PageLinks.FoundPage page, String url) {
        String host = String.valueOf(URI.create(url).getHost());
        return options.simulation() && host.endsWith(".invalid")
                ? base + "/simulated-digilocker?page=" + page.id() + "&"
                        + URI.create(url).getRawQuery()
                : url;
    }

    private WebResponse simulate(WebRequest request) {
        Optional<String> page =
                request.query("page").filter(id -> links.findById(id).isPresent());
        Optional<String> state = request.query("state");
        return options.simulation() && page.isPresent() && state.isPresent()
                ? WebResponse.html(
                        200,
                        Templates.render(
                                "simulated-digilocker.jte",
                                new SimulationModel(
                                        base,
                                        base + "/p/" + page.get() + "/return",
                                        URLEncoder.encode(state.get(), StandardCharsets.UTF_8))))
                : HttpProblem.notFound().toResponse();
    }

    private WebResponse notice(WebRequest request, String language, int status, String key) {
        PageTexts texts = PageTexts.in(language(request, language));
        return WebResponse.html(
                status,
                Templates.render(
                        "notice.jte",
                        new NoticeModel(
                                texts,
                                base,
                                options.brand().name(),
                                options.brand().logo().isPresent(),
                                texts.get("notice." + key + ".heading"),
                                texts.get("notice." + key + ".text"))));
    }

    private static String language(WebRequest request, String begin) {
        return request.query(LANGUAGE)
                .filter(PageTexts::isKnown)
                .or(() -> request.cookie(LANGUAGE_COOKIE).filter(PageTexts::isKnown))
                .orElse(begin);
    }

    private WebResponse withLanguage(WebRequest request, WebResponse response) {
        return request.query(LANGUAGE)
                .filter(PageTexts::isKnown)
                .map(language -> response.withHeader("Set-Cookie", cookie(LANGUAGE_COOKIE, language)))
                .orElse(response);
    }

    private boolean owns(WebRequest request, PageLinks.FoundPage page) {
        Optional<String> owner = page.stored().browser();
        return owner.isPresent()
                && request.cookie(COOKIE_PREFIX + page.id())
                        .filter(secret -> Hashes.matches(Hashes.sha256(secret), owner.get()))
                        .isPresent();
    }

    private static String csrf(String secret, PageLinks.FoundPage page) {
        return Hashes.hmac(secret, "csrf", page.id());
    }

    private boolean isSameOrigin(WebRequest request) {
        URI url = options.publicUrl();
        String origin = url.getScheme() + "://" + url.getAuthority();
        return request.header("Origin")
                        .filter(from -> !from.equalsIgnoreCase(origin))
                        .isEmpty()
                && request.header("Sec-Fetch-Site")
                        .filter(site -> !site.equals("same-origin") && !site.equals("none"))
                        .isEmpty();
    }

    private String cookie(String name, String value) {
        return name + "=" + value + "; Path=" + (base.isEmpty() ? "/" : base) + "; Max-Age=" + DAY
                + "; HttpOnly; SameSite=Lax" + (options.isSecure() ? "; Secure" : "");
    }

    private static String withSession(String url, String session) {
        return url + (url.indexOf('?') < 0 ? "?" : "&") + "session=" + session;
    }
}
