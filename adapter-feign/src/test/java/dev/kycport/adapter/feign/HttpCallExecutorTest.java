package dev.kycport.adapter.feign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.adapter.feign.json.OptionalText;
import dev.kycport.domain.ProviderId;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.failure.UnintelligibleReason;
import dev.kycport.tck.http.SocketServer;
import dev.kycport.tck.sample.MovableClock;
import feign.RequestLine;
import io.vavr.control.Either;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What WireMock cannot play, over a wire of our own. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class HttpCallExecutorTest {

    private final MovableClock clock = MovableClock.atSampleTime();

    @Test
    void a_reset_in_the_middle_of_a_reply_is_unintelligible_and_sent_once() throws IOException {
        try (RawServer server = RawServer.resettingAfter("HTTP/1.1 200 OK\r\nContent-Length: 4096\r\n\r\n{\"id\":")) {
            Either<ProviderFailure, String> answer = execute(server, executor(server));

            assertThat(answer.getLeft().kind()).isEqualTo(ProviderFailure.Kind.UNINTELLIGIBLE);
            assertThat(answer.getLeft().reason()).contains(UnintelligibleReason.CUT_SHORT);
            assertThat(server.requests()).isOne();
        }
    }

    @Test
    void a_407_is_refused_as_any_other_4xx_is() throws IOException {
        try (RawServer server = RawServer.answering("HTTP/1.1 407 Who\r\nContent-Length: 12\r\n\r\n{\"id\":\"t-1\"}")) {
            Either<ProviderFailure, String> answer = execute(server, executor(server));

            assertThat(answer.getLeft().kind()).isEqualTo(ProviderFailure.Kind.REFUSED);
            assertThat(answer.getLeft().trace().httpStatus()).hasValue(407);
            assertThat(answer.getLeft().trace().transaction()).hasValue("t-1");
            assertThat(server.requests()).isOne();
        }
    }

    @Test
    void the_connection_of_an_http_1_0_server_is_not_used_again() {
        AtomicInteger requests = new AtomicInteger();
        try (SocketServer server = SocketServer.start(unusedRequest -> connection -> {
            requests.incrementAndGet();
            connection.write("HTTP/1.0 200 OK\r\nContent-Length: 12\r\n\r\n{\"id\":\"t-1\"}");
            connection.awaitClose();
        })) {
            HttpSettings settings = settings(server.url(), Duration.ofSeconds(3));
            Acme acme = FeignClientFactory.create(Acme.class, settings, BodyFormat.JSON, List.of(), clock);

            assertThat(execute(acme, executor(settings)).isRight()).isTrue();
            assertThat(execute(acme, executor(settings)).isRight()).isTrue();

            assertThat(requests).hasValue(2);
        }
    }

    @Test
    void with_no_time_left_nothing_is_sent() throws IOException {
        try (RawServer server = RawServer.answering("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}")) {
            HttpCallExecutor<Note> step = executor(server).withSharedDeadline();
            clock.advance(settings(server).requestTimeout());

            Either<ProviderFailure, String> answer = execute(server, step);

            assertThat(answer.getLeft().kind()).isEqualTo(ProviderFailure.Kind.UNREACHABLE);
            assertThat(server.requests()).isZero();
        }
    }

    @Test
    void an_interrupted_caller_sends_nothing_and_stays_interrupted() throws IOException {
        try (RawServer server = RawServer.answering("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}")) {
            Thread.currentThread().interrupt();

            Either<ProviderFailure, String> answer = execute(server, executor(server));

            assertThat(Thread.interrupted()).isTrue();
            assertThat(answer.getLeft().kind()).isEqualTo(ProviderFailure.Kind.UNREACHABLE);
            assertThat(server.requests()).isZero();
        }
    }

    @Test
    void a_caller_that_is_interrupted_during_the_call_stays_interrupted() throws IOException {
        try (RawServer server = RawServer.answering("HTTP/1.1 500 No\r\nContent-Length: 2\r\n\r\n{}")) {
            Thread caller = Thread.currentThread();
            Acme interrupting = callContext -> {
                Reply<Note> reply = FeignClientFactory.create(
                                Acme.class, settings(server), BodyFormat.JSON, List.of(), clock)
                        .ask(callContext);
                caller.interrupt();
                return reply;
            };

            Either<ProviderFailure, String> answer = executor(server)
                    .execute(
                            interrupting::ask,
                            new ResponseRules<>(List.of(), List.of()),
                            reply -> Either.right("understood"));

            assertThat(Thread.interrupted()).isTrue();
            assertThat(answer.getLeft().kind()).isEqualTo(ProviderFailure.Kind.UNINTELLIGIBLE);
        }
    }

    private HttpCallExecutor<Note> executor(RawServer server) {
        return executor(settings(server));
    }

    private HttpCallExecutor<Note> executor(HttpSettings settings) {
        return new HttpCallExecutor<>(
                new ProviderId("acme"), settings, clock, body -> new Note(OptionalText.nonBlank(body, "id")));
    }

    private Either<ProviderFailure, String> execute(RawServer server, HttpCallExecutor<Note> httpCallExecutor) {
        Acme acme = FeignClientFactory.create(Acme.class, settings(server), BodyFormat.JSON, List.of(), clock);
        return execute(acme, httpCallExecutor);
    }

    private static Either<ProviderFailure, String> execute(Acme acme, HttpCallExecutor<Note> httpCallExecutor) {
        return httpCallExecutor.execute(
                acme::ask, new ResponseRules<>(List.of(), List.of()), reply -> Either.right("understood"));
    }

    private static HttpSettings settings(RawServer server) {
        return settings(URI.create(server.url()), Duration.ofSeconds(20));
    }

    private static HttpSettings settings(URI url, Duration readTimeout) {
        return new HttpSettings(url, Duration.ofSeconds(5), readTimeout, 1024 * 1024, HttpSettings.DEFAULT_KEEP_ALIVE);
    }

    /** An invented vendor. */
    interface Acme {

        @RequestLine("POST /ask")
        Reply<Note> ask(CallContext callContext);
    }

    record Note(Optional<String> id) implements HasResponseStatus<Note>, ResponseStatus {

        @Override
        public Note responseStatus() {
            return this;
        }

        @Override
        public boolean isSuccess() {
            return true;
        }

        @Override
        public boolean isFromVendor() {
            return true;
        }

        @Override
        public OptionalInt claimedHttpStatus() {
            return OptionalInt.empty();
        }

        @Override
        public Optional<String> transactionId() {
            return id;
        }

        @Override
        public Optional<String> vendorCode() {
            return Optional.empty();
        }

        @Override
        public String message() {
            return "";
        }
    }
}
