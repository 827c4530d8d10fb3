package dev.kycport.tck;

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
final class Stage {

    private static final Queue<Stage> IDLE = new ConcurrentLinkedQueue<>();

    private final WireMockServer server;
    private volatile Function<SeenRequest, ResponseDefinitionBuilder> play = Stage::closed;

    private Stage() {
        server = new WireMockServer(WireMockConfiguration.options()
                .bindAddress("127.0.0.1")
                .dynamicPort()
                .gzipDisabled(true)
                .disableRequestJournal()
                .notifier(new Silence())
                .extensions(new Director()));
        server.stubFor(WireMock.any(WireMock.anyUrl()).willReturn(WireMock.aResponse()));
        server.start();
        warmUp();
    }

    /** A stage on which this is played for every request. */
    static Stage playing(Function<SeenRequest, ResponseDefinitionBuilder> play) {
        Stage idle = IDLE.poll();
        Stage stage = idle == null ? new Stage() : idle;
        stage.play = play;
        return stage;
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    /** The play is over; the next one can begin. */
    void leave() {
        play = Stage::closed;
        IDLE.add(this);
    }

    /** The play is over and may still be going on behind the curtain: nobody else plays here. */
    void abandon() {
        play = Stage::closed;
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

    private static ResponseDefinitionBuilder closed(SeenRequest late) {
        return WireMock.aResponse().withStatus(404);
    }

    private final class Director implements ResponseDefinitionTransformerV2 {
        @Override
        public ResponseDefinition transform(ServeEvent event) {
            return play.apply(SeenRequest.of(event.getRequest())).build();
        }

        @Override
        public String getName() {
            return "director";
        }
    }

    // WireMock prints requests; the tests say themselves what went wrong.
    private static final class Silence implements Notifier {
        @Override
        public void info(String message) {}

        @Override
        public void error(String message) {}

        @Override
        public void error(String message, Throwable cause) {}
    }
}
