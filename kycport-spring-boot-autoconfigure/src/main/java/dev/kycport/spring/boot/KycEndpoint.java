package dev.kycport.spring.boot;

import dev.kycport.app.config.KycConfig;
import dev.kycport.app.runtime.KycRuntime;
import dev.kycport.domain.Flow;
import dev.kycport.domain.ProviderId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;

/** The Actuator endpoint {@code kyc}: the routes, the flows of each provider, and the circuits. Nothing of sessions and people. */
@Endpoint(id = "kyc")
public final class KycEndpoint {

    private final KycConfig config;
    private final KycRuntime runtime;

    KycEndpoint(KycConfig config, KycRuntime runtime) {
        this.config = config;
        this.runtime = runtime;
    }

    /** What is configured, and the state of the circuits now. */
    @ReadOperation
    public Map<String, Object> read() {
        Map<String, List<String>> routes = new LinkedHashMap<>();
        config.routes()
                .forEach((flow, route) -> routes.put(
                        flow.code(), route.stream().map(ProviderId::value).toList()));
        Map<String, List<String>> providers = new LinkedHashMap<>();
        runtime.providers()
                .forEach(provider -> providers.put(
                        provider.id().value(),
                        provider.flows().stream().map(Flow::code).sorted().toList()));
        return Map.of("routes", routes, "providers", providers, "circuits", StoreHealth.circuits(runtime));
    }
}
