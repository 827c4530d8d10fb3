package dev.kycport.http;

import dev.kycport.app.step.KycEnvironment;
import dev.kycport.http.internal.security.ApiKeys;
import dev.kycport.http.internal.web.HttpProblem;
import dev.kycport.http.internal.web.Route;
import dev.kycport.http.internal.web.WebRequest;
import dev.kycport.http.internal.web.WebResponse;
import dev.kycport.http.settings.ApiKey;
import dev.kycport.ports.store.ExpiringRecordStore;
import dev.kycport.ports.store.ExpiringRecordStore.RecordKey;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What a supervisor and a collector of metrics ask. */
final class Probes {

    private static final String TEXT = "text/plain; charset=utf-8";
    private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";
    private static final RecordKey NOTHING = new RecordKey("probe", "ready");

    private final ExpiringRecordStore records;
    private final KycEnvironment environment;
    private final ApiKeys keys;
    private final Optional<Supplier<String>> metrics;

    Probes(ExpiringRecordStore records, KycEnvironment environment, ApiKeys keys, Optional<Supplier<String>> metrics) {
        this.records = records;
        this.environment = environment;
        this.keys = keys;
        this.metrics = metrics;
    }

    List<Route> routes() {
        return List.of(
                new Route("GET", "/healthz", (request, values) -> WebResponse.text(200, TEXT, "ok\n")),
                new Route("GET", "/readyz", (request, values) -> ready()),
                new Route("GET", "/metrics", (request, values) -> metrics(request)));
    }

    // A store that cannot be read throws, and is answered with 503.
    private WebResponse ready() {
        records.find(NOTHING, environment.now());
        return WebResponse.text(200, TEXT, "ready\n");
    }

    private WebResponse metrics(WebRequest request) {
        Optional<ApiKeys.Caller> caller = keys.authenticate(request.header("Authorization"));
        if (caller.isEmpty()) {
            return HttpProblem.unauthorized().toResponse();
        }
        if (caller.get().key().scope() != ApiKey.Scope.OPERATOR) {
            return HttpProblem.forbidden().toResponse();
        }
        return metrics.map(text -> WebResponse.text(200, PROMETHEUS, text.get()))
                .orElseGet(() -> HttpProblem.notFound().toResponse());
    }
}
