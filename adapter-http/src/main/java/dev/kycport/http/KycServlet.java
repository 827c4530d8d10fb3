package dev.kycport.http;

import dev.kycport.app.KycService;
import dev.kycport.app.step.KycEnvironment;
import dev.kycport.http.internal.api.ApiRoutes;
import dev.kycport.http.internal.page.HostedPages;
import dev.kycport.http.internal.page.PageLinks;
import dev.kycport.http.internal.security.ApiKeys;
import dev.kycport.http.internal.web.HttpProblem;
import dev.kycport.http.internal.web.Route;
import dev.kycport.http.internal.web.Router;
import dev.kycport.http.internal.web.SecurityHeaders;
import dev.kycport.http.internal.web.WebRequest;
import dev.kycport.http.internal.web.WebResponse;
import dev.kycport.http.settings.HttpOptions;
import dev.kycport.ports.spi.KycProvider;
import dev.kycport.ports.store.ExpiringRecordStore;
import dev.kycport.ports.store.StoreUnavailableException;
import dev.kycport.ports.store.Stores;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The API, the hosted page and the probes as one servlet. Mount it at {@code /*} of a path of your own, and name the whole
 * address in {@link HttpOptions#publicUrl()}. A step blocks the thread of its request while the provider is called; on a JDK with
 * virtual threads let the container use them. Logs no query, no body and no header.
 */
public final class KycServlet extends HttpServlet {

    private static final Logger LOG = LoggerFactory.getLogger(KycServlet.class);
    private static final Set<String> PROBES = Set.of("/healthz", "/readyz", "/metrics");

    private final transient Router router;
    private final transient SecurityHeaders headers;
    private final String authority;

    /**
     * A servlet for an installation.
     *
     * @param stores must have {@link Stores#records() records}
     * @param providers what the list of providers shows
     * @param metrics the text of {@code /metrics}, in the format of Prometheus; empty for none
     * @throws IllegalArgumentException if the stores have no records
     */
    public KycServlet(
            KycService service,
            Stores stores,
            List<KycProvider> providers,
            KycEnvironment environment,
            HttpOptions options,
            Optional<Supplier<String>> metrics) {
        ExpiringRecordStore records = stores.records()
                .orElseThrow(
                        () -> new IllegalArgumentException(
                                "the stores have no records, which the HTTP adapter needs; use adapter-jdbc or adapter-memory"));
        ApiKeys keys = new ApiKeys(options.keys());
        PageLinks links = new PageLinks(records, environment, options);
        List<Route> routes = new ArrayList<>(
                new ApiRoutes(service, stores, records, providers, environment, options, keys, links).all());
        routes.addAll(new HostedPages(service, links, options).routes());
        routes.addAll(new Probes(records, environment, keys, metrics).routes());
        this.router = new Router(routes);
        this.headers = new SecurityHeaders(options.isSecure());
        this.authority = options.publicUrl().getAuthority().toLowerCase(Locale.ROOT);
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        WebRequest read = new WebRequest(request);
        write(read, answer(read), response);
    }

    // No exception reaches the client. What ours say holds no value that a person typed.
    private WebResponse answer(WebRequest request) {
        try {
            return isOurHost(request)
                    ? router.answer(request)
                    : HttpProblem.wrongHost().toResponse();
        } catch (StoreUnavailableException broken) {
            LOG.error("a request failed: {}", broken.getMessage());
            return HttpProblem.storeUnavailable().toResponse();
        } catch (RuntimeException bug) {
            LOG.error("a request failed", bug);
            return HttpProblem.internal().toResponse();
        }
    }

    // A probe comes by address, from within.
    private boolean isOurHost(WebRequest request) {
        return PROBES.contains(request.path())
                || request.header("Host")
                        .filter(host -> host.toLowerCase(Locale.ROOT).equals(authority))
                        .isPresent();
    }

    private void write(WebRequest request, WebResponse answer, HttpServletResponse response) throws IOException {
        response.setStatus(answer.status());
        headers.of(answer).forEach(response::setHeader);
        answer.headers().forEach(response::setHeader);
        response.setContentType(answer.mediaType());
        response.setContentLength(answer.body().size());
        if (!request.method().equals("HEAD")) {
            try (OutputStream out = response.getOutputStream()) {
                out.write(answer.body().toArray());
            }
        }
    }
}
