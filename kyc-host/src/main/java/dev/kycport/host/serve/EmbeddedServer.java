package dev.kycport.host.serve;

import jakarta.servlet.Servlet;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * Jetty with the servlet at its root. A step waits for a provider on the thread of its request, so requests run on virtual threads
 * where the JDK has them. Closing lets the running requests finish.
 */
public final class EmbeddedServer implements AutoCloseable {

    private static final int MAX_THREADS = 200;
    private static final int MAX_HEADER_BYTES = 8 * 1024;
    private static final Duration IDLE_TIMEOUT = Duration.ofSeconds(30);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(60);

    private final Server server;
    private final ServerConnector connector;

    private EmbeddedServer(Server server, ServerConnector connector) {
        this.server = server;
        this.connector = connector;
    }

    /**
     * Listens and serves.
     *
     * @param servlet makes the servlet, once the address is known
     * @throws IllegalStateException if it cannot listen there
     */
    static EmbeddedServer start(String bind, int port, Function<URI, Servlet> servlet) {
        Server server = new Server(threads());
        ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(configuration()));
        connector.setHost(bind);
        connector.setPort(port);
        connector.setIdleTimeout(IDLE_TIMEOUT.toMillis());
        server.addConnector(connector);
        server.setErrorHandler(new ProblemErrorHandler());
        server.setStopTimeout(STOP_TIMEOUT.toMillis());
        EmbeddedServer embedded = new EmbeddedServer(server, connector);
        try {
            connector.open();
            ServletContextHandler context = new ServletContextHandler();
            context.setErrorHandler(new ProblemErrorHandler());
            context.addServlet(new ServletHolder(servlet.apply(embedded.address(bind))), "/*");
            server.setHandler(new GracefulHandler(context));
            server.start();
            return embedded;
        } catch (Exception failed) {
            embedded.close();
            // Jetty's own message names the address and nothing else.
            throw new IllegalStateException(
                    "cannot serve at " + bind + ":" + port + ": " + failed.getMessage(), failed);
        }
    }

    /** The port that it listens at. */
    public int port() {
        return connector.getLocalPort();
    }

    /** Waits until it is closed. */
    public void join() {
        try {
            server.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception failed) {
            throw new IllegalStateException("the server does not stop", failed);
        }
    }

    private URI address(String bind) {
        return URI.create("http://" + (bind.indexOf(':') >= 0 && !bind.startsWith("[") ? "[" + bind + "]" : bind) + ":"
                + connector.getLocalPort());
    }

    private static QueuedThreadPool threads() {
        QueuedThreadPool threads = new QueuedThreadPool(MAX_THREADS);
        threads.setName("kyc-http");
        Optional<Executor> virtual = Optional.ofNullable(VirtualThreads.getDefaultVirtualThreadsExecutor());
        virtual.ifPresent(threads::setVirtualThreadsExecutor);
        return threads;
    }

    private static HttpConfiguration configuration() {
        HttpConfiguration configuration = new HttpConfiguration();
        configuration.setSendServerVersion(false);
        configuration.setSendDateHeader(true);
        configuration.setRequestHeaderSize(MAX_HEADER_BYTES);
        return configuration;
    }
}
