package dev.kycport.host.cli.result;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.failure.StepReport;
import dev.kycport.domain.failure.VendorTrace;
import dev.kycport.domain.session.KycSession;
import dev.kycport.ports.store.AuditEntry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The result of a run as one JSON object. */
final class SessionJson {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private SessionJson() {}

    static JsonNode of(RunResult result) {
        Optional<KycSession> session = result.session();
        ObjectNode json = NODES.objectNode();
        json.put("session", session.map(s -> s.id().value()).orElse(null));
        json.put("flow", session.map(s -> s.header().flow().code()).orElse(null));
        json.put("provider", session.map(s -> s.header().provider().value()).orElse(null));
        json.put("state", session.map(s -> s.state().code()).orElse(null));
        if (session.isPresent() && session.get() instanceof KycSession.Ended ended) {
            json.put("reason", ended.reason().code());
        }
        json.set("steps", steps(result.audit()));
        json.set("failure", result.report().map(SessionJson::failure).orElse(NODES.nullNode()));
        json.set("identity", session.map(SessionJson::identity).orElse(NODES.nullNode()));
        return json;
    }

    private static ArrayNode steps(List<AuditEntry> audit) {
        ArrayNode steps = NODES.arrayNode();
        audit.stream()
                .filter(entry -> entry.from() != entry.to())
                .forEach(entry -> steps.addObject()
                        .put("at", entry.at().toString())
                        .put("from", entry.from().code())
                        .put("to", entry.to().code()));
        return steps;
    }

    private static JsonNode failure(StepReport report) {
        Optional<Duration> delay = report.retryAdvice().delay();
        ObjectNode json = NODES.objectNode();
        json.put("code", report.code());
        json.put("whose", report.responsibleParty().code());
        json.put("retry", report.retryAdvice().kind().code());
        json.put(
                "retryAfterSeconds",
                delay.map(d -> d.plusMillis(999).toSeconds()).orElse(null));
        json.set("trace", report instanceof ProviderFailure failure ? trace(failure.trace()) : NODES.objectNode());
        if (report instanceof ProviderFailure failure
                && !failure.uncoveredProviders().isEmpty()) {
            ArrayNode remaining = json.putArray("remaining");
            failure.uncoveredProviders().forEach(provider -> remaining.add(provider.value()));
        }
        return json;
    }

    private static ObjectNode trace(VendorTrace trace) {
        ObjectNode json = NODES.objectNode();
        json.put("provider", trace.provider().value());
        trace.transaction().ifPresent(id -> json.put("transaction", id));
        trace.vendorCode().ifPresent(code -> json.put("vendorCode", code));
        trace.httpStatus().ifPresent(status -> json.put("httpStatus", status));
        return json;
    }

    private static JsonNode identity(KycSession session) {
        return session instanceof KycSession.Verified verified
                ? IdentityJson.of(verified.identity())
                : NODES.nullNode();
    }
}
