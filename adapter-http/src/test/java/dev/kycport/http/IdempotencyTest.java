package dev.kycport.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.adapter.memory.InMemoryStoreFactory;
import dev.kycport.http.ApiClient.Reply;
import dev.kycport.http.settings.ApiKey;
import dev.kycport.http.settings.HttpOptions;
import dev.kycport.ports.store.ExpiringRecordStore;
import dev.kycport.ports.store.ExpiringRecordStore.RecordKey;
import dev.kycport.tck.concurrency.Race;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** A request that is repeated with its {@code Idempotency-Key} is carried out once. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class IdempotencyTest {

    private static final String KEY = "Idempotency-Key";
    private static final String BODY = ApiClient.openBody("direct-otp", ",\"consent\":{},\"page\":{}");
    private static final String NUMBER = "{\"aadhaar\":\"999941057058\"}";

    private TestServer server;
    private ApiClient api;

    @BeforeEach
    void start() {
        server = TestServer.start();
        api = server.api();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void the_same_key_and_body_get_the_same_answer() {
        Reply first = api.post("/v1/sessions", BODY, KEY, "order-1");
        Reply second = api.post("/v1/sessions", BODY, KEY, "order-1");

        assertThat(first.status()).isEqualTo(201);
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.header("Location"))
                .isEqualTo(first.header("Location"))
                .isNotEmpty();
        assertThat(first.header("Idempotency-Replayed")).isEmpty();
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
    }

    @Test
    void another_node_gives_the_same_answer() {
        Reply first = api.post("/v1/sessions", BODY, KEY, "order-1");

        try (TestServer node = server.another()) {
            ApiClient other = new ApiClient(node.url(), api.key());
            assertThat(other.post("/v1/sessions", BODY, KEY, "order-1").body()).isEqualTo(first.body());
        }
    }

    @Test
    void a_repetition_whose_first_answer_was_lost_with_its_process_finds_the_same_session() {
        Reply first = api.post("/v1/sessions", BODY, KEY, "order-1");

        try (TestServer node = server.on(InMemoryStoreFactory.stores().records().orElseThrow())) {
            Reply again = new ApiClient(node.url(), api.key()).post("/v1/sessions", BODY, KEY, "order-1");

            assertThat(again.status()).isEqualTo(201);
            assertThat(again.header("Idempotency-Replayed")).isEmpty();
            assertThat(again.text("session")).isEqualTo(first.text("session"));
        }
    }

    @Test
    void another_body_or_path_with_the_same_key_is_refused() {
        String session = api.post("/v1/sessions", BODY, KEY, "order-1").text("session");

        Reply otherBody = api.post("/v1/sessions", ApiClient.openBody("captcha-otp", ""), KEY, "order-1");
        Reply otherPath = api.post("/v1/sessions/" + session + "/cancel", BODY, KEY, "order-1");

        assertThat(otherBody.status()).isEqualTo(422);
        assertThat(otherBody.code()).isEqualTo("http.idempotency-mismatch");
        assertThat(otherPath.code()).isEqualTo("http.idempotency-mismatch");
    }

    @Test
    void a_step_that_is_repeated_sends_one_code_and_spends_one_attempt() {
        String session = api.consented("direct-otp");
        String path = "/v1/sessions/" + session;

        api.post(path + "/start-direct-otp", NUMBER, KEY, "send-1");
        assertThat(api.post(path + "/start-direct-otp", NUMBER, KEY, "send-1").status())
                .isEqualTo(200);
        api.post(path + "/submit-code", "{\"otp\":\"654321\"}", KEY, "try-1");
        Reply again = api.post(path + "/submit-code", "{\"otp\":\"654321\"}", KEY, "try-1");

        assertThat(again.json().at("/code/attemptsLeft").asInt()).isEqualTo(2);
        assertThat(api.get(path).json().at("/code/attemptsLeft").asInt()).isEqualTo(2);
    }

    @Test
    void an_answer_that_asks_to_come_again_does_not_use_the_key_up() {
        String session = api.consented("direct-otp");
        String path = "/v1/sessions/" + session;
        api.post(path + "/start-direct-otp", NUMBER);

        assertThat(api.post(path + "/resend-code", NUMBER, KEY, "resend-1").status())
                .isEqualTo(429);
        server.pass(Duration.ofSeconds(45));
        assertThat(api.post(path + "/resend-code", NUMBER, KEY, "resend-1").status())
                .isEqualTo(200);
    }

    @Test
    void of_many_requests_at_once_one_is_carried_out() {
        List<Reply> replies = Race.run(8, runner -> api.post("/v1/sessions", BODY, KEY, "order-1"));

        assertThat(replies.stream().filter(reply -> reply.status() == 201).map(reply -> reply.text("session")))
                .isNotEmpty()
                .containsOnly(api.post("/v1/sessions", BODY, KEY, "order-1").text("session"));
        assertThat(replies.stream().filter(reply -> reply.status() != 201).map(Reply::code))
                .allMatch("http.idempotency-in-progress"::equals);
    }

    @Test
    void a_key_is_the_caller_s_own() {
        Reply first = api.post("/v1/sessions", BODY, KEY, "order-1");

        try (TestServer node = TestServer.start(options -> new HttpOptions(
                options.publicUrl(),
                List.of(ApiKey.known("other", ApiKey.Scope.SESSION, "another-key")),
                options.returnUrls(),
                options.brand(),
                options.linkLifetime(),
                options.answerLifetime(),
                true))) {
            assertThat(new ApiClient(node.url(), "another-key")
                            .post("/v1/sessions", BODY, KEY, "order-1")
                            .text("session"))
                    .isNotEqualTo(first.text("session"));
        }
    }

    @Test
    void an_answer_is_forgotten_after_a_day_and_a_key_still_opens_one_session() {
        Reply first = api.post("/v1/sessions", BODY, KEY, "order-1");
        server.pass(Duration.ofHours(24));

        Reply late = api.post("/v1/sessions", BODY, KEY, "order-1");

        assertThat(late.header("Idempotency-Replayed")).isEmpty();
        assertThat(late.text("session")).isEqualTo(first.text("session"));
    }

    @Test
    void a_key_of_another_form_is_refused() {
        assertThat(api.post("/v1/sessions", BODY, KEY, "has space").code()).isEqualTo("http.idempotency-key-invalid");
        assertThat(api.post("/v1/sessions", BODY, KEY, "x".repeat(201)).code())
                .isEqualTo("http.idempotency-key-invalid");
    }

    @Test
    void the_store_holds_nothing_that_can_be_read_without_the_caller_s_key() {
        RecordedWrites writes = new RecordedWrites(server.stores.records().orElseThrow());
        try (TestServer watched = server.on(writes)) {
            ApiClient client = new ApiClient(watched.url(), api.key());
            String session = client.consented("direct-otp");
            client.post("/v1/sessions/" + session + "/start-direct-otp", NUMBER, KEY, "send-for-customer-4711");
            client.post("/v1/sessions/" + session + "/submit-code", "{\"otp\":\"123456\"}", KEY, "try-1");
        }

        assertThat(writes.all).hasSizeGreaterThanOrEqualTo(4);
        assertThat(String.join("\n", writes.all))
                .doesNotContain("999941057058", "123456", "7058", "session", "direct-otp", "send-for", "verified")
                .doesNotContain(api.key());
    }

    /** Remembers what is written. */
    private static final class RecordedWrites implements ExpiringRecordStore {

        private final ExpiringRecordStore records;
        private final List<String> all = new ArrayList<>();

        private RecordedWrites(ExpiringRecordStore records) {
            this.records = records;
        }

        @Override
        public Optional<String> find(RecordKey key, Instant now) {
            return records.find(key, now);
        }

        @Override
        public Optional<String> putIfAbsent(RecordKey key, String value, Instant now, Instant expiresAt) {
            all.add(key.id() + " " + value);
            return records.putIfAbsent(key, value, now, expiresAt);
        }

        @Override
        public boolean replace(RecordKey key, String expected, String next, Instant now, Instant expiresAt) {
            all.add(key.id() + " " + next);
            return records.replace(key, expected, next, now, expiresAt);
        }

        @Override
        public void remove(RecordKey key, String expected) {
            records.remove(key, expected);
        }
    }
}
