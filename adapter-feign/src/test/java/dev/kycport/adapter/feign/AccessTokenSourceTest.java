package dev.kycport.adapter.feign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kycport.adapter.feign.json.OptionalText;
import dev.kycport.domain.ProviderId;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.tck.http.HttpReply;
import dev.kycport.tck.http.ReceivedRequest;
import dev.kycport.tck.http.ServerReply;
import dev.kycport.tck.http.SocketServer;
import dev.kycport.tck.sample.MovableClock;
import dev.kycport.tck.secrecy.LogCapture;
import feign.RequestLine;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class AccessTokenSourceTest {

    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(20);
    private static final HttpReply BAD_TOKEN = HttpReply.json("{\"code\":\"bad-token\"}");

    private final MovableClock clock = MovableClock.atSampleTime();
    private final AtomicInteger tokenRequests = new AtomicInteger();
    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicInteger refusals = new AtomicInteger();
    private volatile String validSeconds = "86400";
    private volatile Supplier<ServerReply> tokenReply = this::token;
    private volatile Supplier<ServerReply> refusal = () -> BAD_TOKEN;
    private final SocketServer server = SocketServer.start(this::replyTo);
    private final Acme api = FeignClientFactory.create(Acme.class, settings(LONG), BodyFormat.JSON, List.of(), clock);
    private final AccessTokenSource<Note> tokens = AccessTokenSource.bearer(
            exchange -> exchange.execute(
                    api::token, NoRules.of(), reply -> AccessToken.parse(reply.token(), reply.seconds())),
            error -> error.status() == 401
                    || ResponseRules.<Note>hasCode("bad-token").test(error),
            clock);

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void concurrent_calls_share_one_request_for_the_token() {
        CountDownLatch release = new CountDownLatch(1);
        tokenReply = () -> afterwards(release, token());
        Caller first = new Caller(LONG);
        awaitAtLeast(1, tokenRequests);

        Caller second = new Caller(LONG);
        second.awaitWaiting();
        release.countDown();

        assertThat(first.answer().get()).isEqualTo("Bearer t-1");
        assertThat(second.answer().get()).isEqualTo("Bearer t-1");
        assertThat(tokenRequests).hasValue(1);
    }

    @Test
    void a_caller_that_waits_for_the_token_gives_up_at_the_deadline_of_its_own_step() {
        CountDownLatch release = new CountDownLatch(1);
        tokenReply = () -> afterwards(release, token());
        Caller patient = new Caller(LONG);
        awaitAtLeast(1, tokenRequests);

        Either<ProviderFailure, String> answer = call(SHORT);

        assertThat(answer.getLeft().kind()).isEqualTo(ProviderFailure.Kind.UNREACHABLE);
        assertThat(calls).hasValue(0);
        release.countDown();
        assertThat(patient.answer().isRight()).isTrue();
    }

    @Test
    void a_caller_that_is_interrupted_while_it_waits_stays_interrupted() {
        CountDownLatch release = new CountDownLatch(1);
        tokenReply = () -> afterwards(release, token());
        Caller patient = new Caller(LONG);
        awaitAtLeast(1, tokenRequests);

        Thread.currentThread().interrupt();
        Either<ProviderFailure, String> answer = call(LONG);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(answer.getLeft().provesNothingSent()).isTrue();
        release.countDown();
        assertThat(patient.answer().isRight()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"86400, 86339, 86340", "100, 89, 90"})
    void a_token_is_kept_until_shortly_before_it_expires_by_the_clock_handed_in(
            String seconds, long valid, long renewed) {
        validSeconds = seconds;
        call(LONG);

        clock.advance(Duration.ofSeconds(valid));
        assertThat(call(LONG).get()).isEqualTo("Bearer t-1");
        clock.advance(Duration.ofSeconds(renewed - valid));
        assertThat(call(LONG).get()).isEqualTo("Bearer t-2");

        assertThat(tokenRequests).hasValue(2);
    }

    @Test
    void the_life_of_a_token_begins_with_the_request_for_it() {
        tokenReply = () -> {
            clock.advance(Duration.ofSeconds(30));
            return token();
        };
        call(LONG);
        clock.advance(Duration.ofSeconds(86340 - 30));

        assertThat(call(LONG).get()).isEqualTo("Bearer t-2");
    }

    @Test
    void a_revoked_token_is_renewed_once_and_the_call_repeated_once() {
        call(LONG);
        refusals.set(1);

        assertThat(call(LONG).get()).isEqualTo("Bearer t-2");

        assertThat(tokenRequests).hasValue(2);
        assertThat(calls).hasValue(3);
    }

    @Test
    void a_second_refusal_is_a_failure_and_neither_token_is_kept() {
        refusals.set(2);

        Either<ProviderFailure, String> answer = call(LONG);

        assertThat(answer.getLeft().trace().vendorCode()).contains("bad-token");
        assertThat(calls).hasValue(2);
        assertThat(call(LONG).get()).isEqualTo("Bearer t-3");
    }

    @Test
    void a_late_refusal_of_an_old_token_leaves_the_new_one_alone() {
        call(LONG);
        CountDownLatch release = new CountDownLatch(1);
        refusals.set(2);
        refusal = () -> afterwards(release, BAD_TOKEN);
        Caller late = new Caller(LONG);
        awaitAtLeast(2, calls);
        refusal = () -> BAD_TOKEN;

        assertThat(call(LONG).get()).isEqualTo("Bearer t-2");
        release.countDown();

        assertThat(late.answer().get()).isEqualTo("Bearer t-2");
        assertThat(tokenRequests).hasValue(2);
    }

    @Test
    void an_error_page_of_a_proxy_is_no_refusal_of_the_token() {
        refusal =
                () -> HttpReply.of(401).with("Content-Type", "application/json").withBody("{}");
        refusals.set(1);

        Either<ProviderFailure, String> answer = call(LONG);

        assertThat(answer.getLeft().trace().httpStatus()).hasValue(401);
        assertThat(answer.getLeft().provesNothingSent()).isFalse();
        assertThat(calls).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"token\":\"t 1\",\"seconds\":\"60\"}",
                "{\"token\":\"t-1\",\"seconds\":\"soon\"}",
                "{\"token\":\"t-1\",\"seconds\":\"-1\"}",
                "{\"code\":\"new-code\"}",
                "no JSON"
            })
    void a_failed_request_for_a_token_proves_that_nothing_was_sent_and_is_not_kept(String body) {
        tokenReply = () -> HttpReply.json(body);

        Either<ProviderFailure, String> answer = call(LONG);

        assertThat(answer.getLeft().kind()).isEqualTo(ProviderFailure.Kind.UNREACHABLE);
        assertThat(answer.getLeft().trace().httpStatus()).hasValue(200);
        assertThat(calls).hasValue(0);
        tokenReply = this::token;
        assertThat(call(LONG).isRight()).isTrue();
    }

    @Test
    void the_delay_of_a_failed_request_for_a_token_is_the_advice() {
        tokenReply = () -> HttpReply.of(500).with("Retry-After", "90");

        assertThat(call(LONG).getLeft().retryAfter()).contains(Duration.ofSeconds(90));
    }

    @Test
    void the_request_for_a_token_counts_towards_the_deadline_of_the_step() {
        tokenReply = () -> {
            clock.advance(LONG.multipliedBy(2));
            return token();
        };

        Either<ProviderFailure, String> answer = call(LONG);

        assertThat(answer.getLeft().kind()).isEqualTo(ProviderFailure.Kind.UNREACHABLE);
        assertThat(calls).hasValue(0);
    }

    @Test
    void a_step_whose_time_is_used_up_requests_no_token() {
        HttpCallExecutor<Note> step = executor(LONG, tokens).withSharedDeadline();
        clock.advance(LONG.multipliedBy(2));

        Either<ProviderFailure, String> answer = call(step);

        assertThat(answer.getLeft().kind()).isEqualTo(ProviderFailure.Kind.UNREACHABLE);
        assertThat(tokenRequests).hasValue(0);
    }

    @Test
    void an_adapter_that_throws_blocks_no_later_call() {
        AtomicInteger attempts = new AtomicInteger();
        AccessTokenSource<Note> broken = AccessTokenSource.bearer(
                exchange -> exchange.execute(api::token, NoRules.of(), reply -> {
                    if (attempts.incrementAndGet() == 1) {
                        throw new IllegalStateException("a bug");
                    }
                    return AccessToken.parse(reply.token(), Duration.ofHours(1));
                }),
                unusedError -> false,
                clock);

        assertThatThrownBy(() -> call(LONG, broken)).isInstanceOf(IllegalStateException.class);

        assertThat(call(LONG, broken).get()).isEqualTo("Bearer t-2");
    }

    @Test
    void no_text_and_no_log_line_shows_the_token() {
        tokenReply = () -> HttpReply.json("{\"token\":\"canary-7\",\"seconds\":\"3600\"}");

        try (LogCapture log = LogCapture.start()) {
            assertThat(call(LONG).get()).isEqualTo("Bearer canary-7");
            assertThat(String.join("\n", log.lines())).isNotEmpty().doesNotContain("canary-7");
        }
        assertThat(AccessToken.parse(Optional.of("canary-7"), Duration.ofHours(1))
                        .get())
                .hasToString("AccessToken[hidden]");
    }

    @Test
    void a_call_has_headers_of_its_own_and_an_unfit_value_is_not_quoted() {
        CallContext context = new CallContext(settings(LONG), LONG);

        assertThat(api.ask(context.withHeader("Authorization", "per-call")))
                .isEqualTo(new Reply.Decoded<>(200, new Note(Optional.empty(), "per-call")));
        assertThatThrownBy(() -> context.withHeader("X-Key", "canary\n7"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("X-Key")
                .hasMessageNotContaining("canary");
    }

    private Either<ProviderFailure, String> call(Duration timeout) {
        return call(timeout, tokens);
    }

    private Either<ProviderFailure, String> call(Duration timeout, AccessTokenSource<Note> source) {
        return call(executor(timeout, source));
    }

    private Either<ProviderFailure, String> call(HttpCallExecutor<Note> executor) {
        return executor.execute(api::ask, NoRules.of(), reply -> Either.right(reply.seen()));
    }

    private HttpCallExecutor<Note> executor(Duration timeout, AccessTokenSource<Note> source) {
        return new HttpCallExecutor<>(new ProviderId("acme"), settings(timeout), clock, Note::from)
                .withAccessToken(source);
    }

    private HttpSettings settings(Duration timeout) {
        return new HttpSettings(server.url(), timeout, timeout, 1024 * 1024, HttpSettings.DEFAULT_KEEP_ALIVE);
    }

    private ServerReply replyTo(ReceivedRequest request) {
        if (request.path().equals("/token")) {
            tokenRequests.incrementAndGet();
            return tokenReply.get();
        }
        calls.incrementAndGet();
        if (refusals.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            return refusal.get();
        }
        return HttpReply.json("{\"seen\":\"" + request.header("Authorization") + "\"}");
    }

    private HttpReply token() {
        return HttpReply.json("{\"token\":\"t-" + tokenRequests.get() + "\",\"seconds\":\"" + validSeconds + "\"}");
    }

    private static HttpReply afterwards(CountDownLatch latch, HttpReply reply) {
        try {
            latch.await();
            return reply;
        } catch (InterruptedException unexpected) {
            throw new AssertionError(unexpected);
        }
    }

    private static void awaitAtLeast(int count, AtomicInteger requests) {
        while (requests.get() < count) {
            Thread.onSpinWait();
        }
    }

    /** A call in a thread of its own. */
    private final class Caller {

        private final CompletableFuture<Either<ProviderFailure, String>> answer = new CompletableFuture<>();
        private final Thread thread;

        Caller(Duration timeout) {
            thread = new Thread(() -> answer.completeAsync(() -> call(timeout), Runnable::run));
            thread.start();
        }

        Either<ProviderFailure, String> answer() {
            return answer.join();
        }

        // Returns too if it makes a request of its own instead.
        void awaitWaiting() {
            while (thread.getState() != Thread.State.TIMED_WAITING && tokenRequests.get() < 2) {
                Thread.onSpinWait();
            }
        }
    }

    /** No code has a meaning. */
    private static final class NoRules {
        static <V> ResponseRules<Note, V> of() {
            return new ResponseRules<>(List.of(), List.of());
        }
    }

    /** An invented vendor. */
    interface Acme {

        @RequestLine("POST /token")
        Reply<TokenNote> token(CallContext callContext);

        @RequestLine("POST /ask")
        Reply<Note> ask(CallContext callContext);
    }

    record TokenNote(Optional<String> code, Optional<String> token, Optional<String> seconds)
            implements HasResponseStatus<Note> {

        @Override
        public Note responseStatus() {
            return new Note(code, "");
        }
    }

    /** A reply, which repeats the header that Acme received. */
    record Note(Optional<String> code, String seen) implements HasResponseStatus<Note>, ResponseStatus {

        static Note from(JsonNode body) {
            return new Note(OptionalText.nonBlank(body, "code"), "");
        }

        @Override
        public Note responseStatus() {
            return this;
        }

        @Override
        public boolean isSuccess() {
            return code.isEmpty();
        }

        @Override
        public boolean isFromVendor() {
            return code.isPresent();
        }

        @Override
        public OptionalInt claimedHttpStatus() {
            return OptionalInt.empty();
        }

        @Override
        public Optional<String> transactionId() {
            return Optional.empty();
        }

        @Override
        public Optional<String> vendorCode() {
            return code;
        }

        @Override
        public String message() {
            return "";
        }
    }
}
