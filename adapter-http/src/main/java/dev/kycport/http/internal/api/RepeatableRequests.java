package dev.kycport.http.internal.api;

import dev.kycport.app.step.KycEnvironment;
import dev.kycport.domain.Bytes;
import dev.kycport.http.internal.crypto.AnswerCipher;
import dev.kycport.http.internal.web.HttpProblem;
import dev.kycport.http.internal.web.WebResponse;
import dev.kycport.ports.store.ExpiringRecordStore;
import dev.kycport.ports.store.ExpiringRecordStore.RecordKey;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Requests with an {@code Idempotency-Key}: the first is carried out, and a repetition gets the same answer, on any node and
 * after a restart. A record holds a keyed hash of the request and the encrypted answer, under keys that only a request of the
 * same caller brings: neither a code nor an answer can be read from the store.
 *
 * <p>An answer that says "nothing changed, come again" (409 busy, 429, 503) is not kept, so that the same key can try again. If
 * the process dies while the first request runs, its key is free again after {@link #MAX_RUNTIME}; the step itself, whose intent is
 * stored, then decides that no second code is sent.
 */
final class RepeatableRequests {

    /** Longer than any step takes. */
    static final Duration MAX_RUNTIME = Duration.ofMinutes(5);

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,200}");
    private static final String KIND = "answer";
    private static final String RUNNING = "running:";
    private static final String DONE = "done:";
    private static final int HASH_LENGTH = 64;

    private final ExpiringRecordStore records;
    private final KycEnvironment environment;
    private final Duration lifetime;

    RepeatableRequests(ExpiringRecordStore records, KycEnvironment environment, Duration lifetime) {
        this.records = records;
        this.environment = environment;
        this.lifetime = lifetime;
    }

    /**
     * Carries out the request unless it was carried out before.
     *
     * @param work is given a text that follows from caller and key, for a step that keeps a key of its own
     */
    WebResponse answer(
            String secret, String idempotencyKey, String request, Bytes body, Function<String, WebResponse> work) {
        if (!KEY.matcher(idempotencyKey).matches()) {
            return HttpProblem.invalidIdempotencyKey().toResponse();
        }
        AnswerCipher cipher = new AnswerCipher(secret, environment.randomness());
        RecordKey key = new RecordKey(KIND, cipher.hash(bytes("key"), bytes(idempotencyKey)));
        String fingerprint = cipher.hash(bytes("request"), bytes(request), body.toArray());
        String running = RUNNING + fingerprint;
        Instant now = environment.now();
        Optional<String> earlier = records.putIfAbsent(key, running, now, now.plus(MAX_RUNTIME));
        return earlier.map(stored -> repeat(stored, fingerprint, key, cipher))
                .orElseGet(() -> carryOut(key, running, fingerprint, cipher, () -> work.apply(key.id())));
    }

    private WebResponse carryOut(
            RecordKey key, String running, String fingerprint, AnswerCipher cipher, Supplier<WebResponse> work) {
        boolean kept = false;
        try {
            WebResponse response = work.get();
            if (isFinal(response)) {
                Instant now = environment.now();
                String done = DONE + fingerprint + ":" + cipher.encrypt(key.id(), encode(response));
                kept = records.replace(key, running, done, now, now.plus(lifetime));
            }
            return response;
        } finally {
            if (!kept) {
                records.remove(key, running);
            }
        }
    }

    private static WebResponse repeat(String stored, String fingerprint, RecordKey key, AnswerCipher cipher) {
        boolean done = stored.startsWith(DONE);
        String rest = stored.substring(done ? DONE.length() : RUNNING.length());
        if (!rest.startsWith(fingerprint)) {
            return HttpProblem.idempotencyMismatch().toResponse();
        }
        return done
                ? cipher.decrypt(key.id(), rest.substring(HASH_LENGTH + 1))
                        .map(answer -> decode(answer).withHeader("Idempotency-Replayed", "true"))
                        .orElseGet(() -> HttpProblem.internal().toResponse())
                : HttpProblem.idempotencyInProgress().toResponse();
    }

    private static boolean isFinal(WebResponse response) {
        boolean comeAgain = response.headers().containsKey("Retry-After")
                && (response.status() == 409 || response.status() == 429 || response.status() == 503);
        return !comeAgain && response.status() != 500 && !isBusy(response);
    }

    private static boolean isBusy(WebResponse response) {
        return response.status() == 409
                && new String(response.body().toArray(), StandardCharsets.UTF_8).contains("\"session.busy\"");
    }

    // Status, media type, location and retry are lines; the rest is the body.
    private static String encode(WebResponse response) {
        return response.status() + "\n" + response.mediaType() + "\n"
                + response.headers().getOrDefault("Location", "") + "\n"
                + response.headers().getOrDefault("Retry-After", "") + "\n"
                + new String(response.body().toArray(), StandardCharsets.UTF_8);
    }

    private static WebResponse decode(String encoded) {
        int first = encoded.indexOf('\n');
        int second = encoded.indexOf('\n', first + 1);
        int third = encoded.indexOf('\n', second + 1);
        int fourth = encoded.indexOf('\n', third + 1);
        WebResponse response = WebResponse.text(
                Integer.parseInt(encoded.substring(0, first)),
                encoded.substring(first + 1, second),
                encoded.substring(fourth + 1));
        String location = encoded.substring(second + 1, third);
        String retry = encoded.substring(third + 1, fourth);
        WebResponse located = location.isEmpty() ? response : response.withHeader("Location", location);
        return retry.isEmpty() ? located : located.withHeader("Retry-After", retry);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
