package dev.kycport.host.cli.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kycport.domain.Flow;
import dev.kycport.ports.observe.ProviderHealth;
import java.util.List;
import java.util.Map;

/** The installed providers as one JSON object. */
public final class ProvidersJson {

    private ProvidersJson() {}

    public static JsonNode of(List<ProviderRow> rows) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode providers = json.putArray("providers");
        rows.forEach(row -> fill(providers.addObject(), row));
        return json;
    }

    private static void fill(ObjectNode json, ProviderRow row) {
        json.put("name", row.name());
        ArrayNode flows = json.putArray("flows");
        row.flows().stream().sorted().map(Flow::code).forEach(flows::add);
        ObjectNode routes = json.putObject("routes");
        row.routes().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(place -> routes.put(place.getKey().code(), place.getValue()));
        json.put("configured", row.configured());
        json.put("developmentOnly", row.developmentOnly());
        ArrayNode missing = json.putArray("missing");
        row.missing().forEach(missing::add);
        row.health()
                .ifPresentOrElse(health -> json.put("circuit", health.circuit().code()), () -> json.putNull("circuit"));
        ArrayNode limits = json.putArray("limits");
        row.health().stream()
                .flatMap(health -> health.limits().stream())
                .forEach(limit -> fill(limits.addObject(), limit));
        row.reachability()
                .ifPresentOrElse(
                        reachability -> fill(json.putObject("check"), reachability), () -> json.putNull("check"));
    }

    private static void fill(ObjectNode json, ProviderHealth.Limit limit) {
        json.put("name", limit.name());
        json.put("most", limit.max());
        json.put("left", limit.remaining());
    }

    private static void fill(ObjectNode json, Reachability reachability) {
        json.put("host", reachability.host().orElse(null));
        json.put("port", reachability.port());
        json.put("answers", reachability.answered());
    }
}
