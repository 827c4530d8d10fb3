package dev.kycport.http;

import dev.kycport.adapter.fake.FakeConfig;
import dev.kycport.adapter.fake.FakeProviderFactory;
import dev.kycport.adapter.memory.InMemoryStoreFactory;
import dev.kycport.app.KycService;
import dev.kycport.app.step.KycEnvironment;
import dev.kycport.http.settings.ApiKey;
import dev.kycport.http.settings.HttpOptions;
import dev.kycport.ports.spi.KycProvider;
import dev.kycport.ports.store.ExpiringRecordStore;
import dev.kycport.ports.store.Stores;
import dev.kycport.tck.sample.MovableClock;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** The servlet in a real server on an ephemeral loopback port, with the fake provider and stores in memory. */
final class TestServer implements AutoCloseable {

    static final URI RETURN_URL = URI.create("http://127.0.0.1:9/done");

    final MovableClock clock = MovableClock.atSampleTime();
    final Stores stores;
    final KycService service;
    final HttpOptions options;
    final String sessionKey;
    final String operatorKey;
    private final Server server;

    private TestServer(Stores stores, UnaryOperator<HttpOptions> change, FakeConfig fake) {
        this.stores = stores;
        KycEnvironment environment = new KycEnvironment(clock, TestServer::random);
        KycProvider provider = FakeProviderFactory.provider(fake, clock);
        this.service =
                KycService.builder(stores, environment).provider(provider).build();
        this.sessionKey = ApiKey.generate(ApiKey.Scope.SESSION, TestServer::random);
        this.operatorKey = ApiKey.generate(ApiKey.Scope.OPERATOR, TestServer::random);
        this.server = new Server();
        ServerConnector connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        try {
            connector.open();
            this.options = change.apply(options(URI.create("http://127.0.0.1:" + connector.getLocalPort())));
            KycServlet servlet = new KycServlet(
                    service, stores, List.of(provider), environment, options, Optional.of(() -> "kyc_up 1\n"));
            ServletContextHandler context = new ServletContextHandler();
            context.addServlet(new ServletHolder(servlet), "/*");
            server.addConnector(connector);
            server.setHandler(context);
            server.start();
        } catch (Exception failed) {
            throw new AssertionError("the server does not start", failed);
        }
    }

    static TestServer start() {
        return start(UnaryOperator.identity());
    }

    static TestServer start(UnaryOperator<HttpOptions> change) {
        return new TestServer(InMemoryStoreFactory.stores(), change, FakeConfig.defaults());
    }

    /** Another server on the same stores and keys, as another node or after a restart. */
    TestServer another() {
        return with(stores);
    }

    /** Another server on the same stores and keys, but for the records. */
    TestServer on(ExpiringRecordStore records) {
        return with(new Stores(
                stores.sessions(),
                stores.consents(),
                stores.audit(),
                stores.pendingCodes(),
                stores.steps(),
                stores.admin(),
                Optional.of(records),
                () -> {}));
    }

    private TestServer with(Stores others) {
        return new TestServer(
                others,
                fresh -> new HttpOptions(
                        fresh.publicUrl(),
                        options.keys(),
                        fresh.returnUrls(),
                        fresh.brand(),
                        fresh.linkLifetime(),
                        fresh.answerLifetime(),
                        fresh.simulation()),
                FakeConfig.defaults());
    }

    ApiClient api() {
        return new ApiClient(url(), sessionKey);
    }

    ApiClient api(String key) {
        return new ApiClient(url(), key);
    }

    String url() {
        return options.publicUrl().toString();
    }

    void pass(Duration time) {
        clock.advance(time);
    }

    InstantSource clock() {
        return clock;
    }

    private HttpOptions options(URI publicUrl) {
        return new HttpOptions(
                publicUrl,
                List.of(
                        ApiKey.known("shop", ApiKey.Scope.SESSION, sessionKey),
                        ApiKey.known("ops", ApiKey.Scope.OPERATOR, operatorKey)),
                List.of(RETURN_URL),
                new HttpOptions.Brand("Example Bank", Optional.empty()),
                HttpOptions.DEFAULT_LINK_LIFETIME,
                HttpOptions.DEFAULT_ANSWER_LIFETIME,
                true);
    }

    private static byte[] random(int size) {
        byte[] bytes = new byte[size];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception failed) {
            throw new AssertionError("the server does not stop", failed);
        }
    }
}
