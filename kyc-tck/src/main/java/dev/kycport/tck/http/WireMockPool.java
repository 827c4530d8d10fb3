package dev.kycport.tck.http;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.common.Notifier;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;

/** A WireMock server on a loopback port of its own; starting one takes long, so they are used again. */
public final class WireMockPool {

    private static final Queue<WireMockPool> IDLE = new ConcurrentLinkedQueue<>();

    private final WireMockServer server;
    private volatile Function<ReceivedRequest, ResponseDefinitionBuilder> handler = WireMockPool::notServing;

    private WireMockPool() {
        server = new WireMockServer(WireMockConfiguration.options()
                .bindAddress("127.0.0.1")
                .dynamicPort()
                .gzipDisabled(true)
                .disableRequestJournal()
                .notifier(new SilentNotifier())
                .extensions(new ReplyTransformer()));
        server.stubFor(WireMock.any(WireMock.anyUrl()).willReturn(WireMock.aResponse()));
        server.start();
        warmUp();
    }

    /** A stage on which this is played for every request. */
    public static WireMockPool serve(Function<ReceivedRequest, ResponseDefinitionBuilder> play) {
        WireMockPool idle = IDLE.poll();
        WireMockPool wireMockPool = idle == null ? new WireMockPool() : idle;
        wireMockPool.handler = play;
        return wireMockPool;
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    /** The play is over; the next one can begin. */
    public void release() {
        handler = WireMockPool::notServing;
        IDLE.add(this);
    }

    /** The play is over and may still be going on behind the curtain: nobody else plays here. */
    public void discard() {
        handler = WireMockPool::notServing;
        Thread closing = new Thread(server::stop, "closing a stage");
        closing.setDaemon(true);
        closing.start();
    }

    // A server's first answer takes over a second, which must not count against anyone's patience.
    private void warmUp() {
        try (InputStream answer = url().toURL().openConnection().getInputStream()) {
            throw new IllegalStateException("answered before the play: " + answer);
        } catch (FileNotFoundException warm) {
            return;
        } catch (IOException unexpected) {
            throw new UncheckedIOException(unexpected);
        }
    }

    private static ResponseDefinitionBuilder notServing(ReceivedRequest late) {
        return WireMock.aResponse().withStatus(404);
    }

    private final class ReplyTransformer implements ResponseDefinitionTransformerV2 {
        @Override
        public ResponseDefinition transform(ServeEvent event) {
            return handler.apply(ReceivedRequest.of(event.getRequest())).build();
        }

        @Override
        public String getName() {
            return "director";
        }
    }

    // WireMock prints requests; the tests say themselves what went wrong.
    private static final class SilentNotifier implements Notifier {
        @Override
        public void info(String message) {}

        @Override
        public void error(String message) {}

        @Override
        public void error(String message, Throwable cause) {}
    }
}
