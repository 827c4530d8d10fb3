package dev.kycport.host.serve;

import dev.kycport.adapter.micrometer.MicrometerMeter;
import dev.kycport.app.config.KycConfig;
import dev.kycport.app.config.KycConfigException;
import dev.kycport.app.config.Profile;
import dev.kycport.app.observe.Observers;
import dev.kycport.app.runtime.KycRuntime;
import dev.kycport.app.runtime.SystemEnvironment;
import dev.kycport.app.step.KycEnvironment;
import dev.kycport.domain.Bytes;
import dev.kycport.http.KycServlet;
import dev.kycport.http.settings.ApiKey;
import dev.kycport.http.settings.HttpOptions;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A running installation that is served over HTTP. Without configured keys, a development installation gets keys of its own,
 * which end with the process.
 *
 * @param url where it is reached
 * @param sessionKey a ready-made key; present in development without configured keys
 * @param operatorKey likewise
 */
public record ServedInstallation(
        KycRuntime runtime, EmbeddedServer server, URI url, Optional<String> sessionKey, Optional<String> operatorKey)
        implements AutoCloseable {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "::1", "[::1]");

    /**
     * Starts it.
     *
     * @param port instead of the configured one
     * @throws KycConfigException if the configuration is not fit to be served
     * @throws dev.kycport.ports.store.StoreUnavailableException if the store cannot be opened
     */
    public static ServedInstallation start(KycConfig config, Optional<Integer> port) {
        requireFit(config);
        Optional<HttpOptions.Logo> logo = config.http().logo().map(ServedInstallation::logo);
        KycEnvironment environment = SystemEnvironment.create();
        PrometheusMeterRegistry metrics = metrics();
        KycRuntime runtime =
                KycRuntime.from(config, environment, Observers.none().meter(new MicrometerMeter(metrics)));
        try {
            return serve(config, port, logo, environment, metrics, runtime);
        } catch (IllegalStateException | IllegalArgumentException failed) {
            runtime.close();
            throw failed;
        }
    }

    private static ServedInstallation serve(
            KycConfig config,
            Optional<Integer> port,
            Optional<HttpOptions.Logo> logo,
            KycEnvironment environment,
            PrometheusMeterRegistry metrics,
            KycRuntime runtime) {
        KycConfig.HttpPart http = config.http();
        boolean ownKeys = http.keys().isEmpty();
        Optional<String> sessionKey =
                ownKeys ? Optional.of(newKey(ApiKey.Scope.SESSION, environment)) : Optional.empty();
        Optional<String> operatorKey =
                ownKeys ? Optional.of(newKey(ApiKey.Scope.OPERATOR, environment)) : Optional.empty();
        List<ApiKey> keys = new ArrayList<>();
        http.keys()
                .forEach(key -> keys.add(new ApiKey(
                        key.name(), ApiKey.Scope.fromCode(key.scope()).orElseThrow(), key.sha256())));
        sessionKey.ifPresent(key -> keys.add(ApiKey.known("development", ApiKey.Scope.SESSION, key)));
        operatorKey.ifPresent(key -> keys.add(ApiKey.known("development-operator", ApiKey.Scope.OPERATOR, key)));
        List<URI> reached = new ArrayList<>();
        EmbeddedServer server = EmbeddedServer.start(http.bind(), port.orElse(http.port()), address -> {
            reached.add(http.publicUrl().orElse(address));
            return new KycServlet(
                    runtime.service(),
                    runtime.stores(),
                    runtime.providers(),
                    environment,
                    new HttpOptions(
                            reached.get(0),
                            keys,
                            http.returnUrls(),
                            new HttpOptions.Brand(http.name(), logo),
                            http.linkLifetime(),
                            HttpOptions.DEFAULT_ANSWER_LIFETIME,
                            config.profile() == Profile.DEVELOPMENT),
                    Optional.of(metrics::scrape));
        });
        return new ServedInstallation(runtime, server, reached.get(0), sessionKey, operatorKey);
    }

    private static void requireFit(KycConfig config) {
        List<String> problems = new ArrayList<>();
        KycConfig.HttpPart http = config.http();
        if (config.profile() == Profile.PRODUCTION) {
            if (http.publicUrl()
                    .filter(url -> "https".equalsIgnoreCase(url.getScheme()))
                    .isEmpty()) {
                problems.add("kyc.http.public-url must be the https URL of the proxy in front, which speaks TLS");
            }
            if (http.keys().stream().noneMatch(key -> key.scope().equals("session"))) {
                problems.add("kyc.http.keys must name at least one key of scope session: kyc api-key makes one");
            }
        } else if (!LOOPBACK.contains(http.bind().toLowerCase(Locale.ROOT))) {
            problems.add("kyc.http.bind must be a loopback address under profile = development");
        }
        if (config.providers().isEmpty()) {
            problems.add("kyc.providers configures no provider");
        }
        if (!problems.isEmpty()) {
            throw new KycConfigException(problems);
        }
    }

    private static HttpOptions.Logo logo(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        String type = name.endsWith(".svg") ? "image/svg+xml" : "image/png";
        try {
            return new HttpOptions.Logo(Bytes.of(Files.readAllBytes(file)), type);
        } catch (IOException | IllegalArgumentException unfit) {
            throw new KycConfigException(
                    List.of("kyc.http.logo must name a PNG or SVG file of at most 16 KiB that can be read"));
        }
    }

    private static PrometheusMeterRegistry metrics() {
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        return registry;
    }

    private static String newKey(ApiKey.Scope scope, KycEnvironment environment) {
        return ApiKey.generate(scope, environment.randomness());
    }

    /** Lets running requests finish, then closes the stores. */
    @Override
    public void close() {
        server.close();
        runtime.close();
    }

    /** Without the keys. */
    @Override
    public String toString() {
        return "ServedInstallation[" + url + "]";
    }
}
