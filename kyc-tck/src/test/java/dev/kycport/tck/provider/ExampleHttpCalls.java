package dev.kycport.tck.provider;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.kycport.domain.Flow;
import dev.kycport.domain.ProviderId;
import dev.kycport.domain.ProviderReference;
import dev.kycport.domain.digilocker.AuthorizationRequest;
import dev.kycport.domain.digilocker.OAuthState;
import dev.kycport.domain.digilocker.RedirectUrl;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.failure.UnintelligibleReason;
import dev.kycport.domain.failure.VendorTrace;
import dev.kycport.ports.gateway.CodeVerdict;
import dev.kycport.ports.gateway.SendVerdict;
import dev.kycport.ports.spi.Credential;
import dev.kycport.ports.spi.KycProvider;
import dev.kycport.tck.http.IdentityReply;
import dev.kycport.tck.http.ReplyFieldNames;
import dev.kycport.tck.http.VendorEndpoint;
import dev.kycport.tck.http.VendorHttpCalls;
import dev.kycport.tck.sample.SampleValues;
import dev.kycport.tck.secrecy.Canary;
import io.vavr.control.Either;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An adapter with a token, over one of the usual clients, that does as it should or has one defect. */
record ExampleHttpCalls(ExampleDefect defect, ExampleClient client) implements VendorHttpCalls {

    private static final Logger LOG = LoggerFactory.getLogger(ExampleHttpCalls.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final VendorTrace TRACE = VendorTrace.of(SampleValues.anyProvider());

    @Override
    public String vendor() {
        return "example";
    }

    @Override
    public ReplyFieldNames fields() {
        return new ReplyFieldNames("id", "status", "text", "person", "name", "photo");
    }

    @Override
    public List<String> calls() {
        return List.of("send", "verify", "offer");
    }

    @Override
    public String verifyCall() {
        return "verify";
    }

    @Override
    public String path(String call) {
        return "/" + call;
    }

    @Override
    public List<String> additionalCalls(String call) {
        return ownCalls();
    }

    @Override
    public List<String> ownCalls() {
        return List.of("token");
    }

    @Override
    public List<IdentityReply> identityReplies() {
        return List.of(new IdentityReply("verify", "/person/name", "/person/born", "/person/photo", "/person/address"));
    }

    @Override
    public Map<String, String> offerReplies() {
        return Map.of("offer", "/page");
    }

    @Override
    public KycProvider open(VendorEndpoint endpoint) {
        return new Provider(this, endpoint);
    }

    @Override
    public Either<ProviderFailure, ?> invoke(KycProvider adapter, String call) {
        return ((Provider) adapter).call(call);
    }

    /** What all providers of the adapter share, which should be nothing about a person. */
    static final class Cache {

        static final Map<String, String> NAMES = new ConcurrentHashMap<>();

        private Cache() {}
    }

    private static final class Provider implements KycProvider {

        private final ExampleHttpCalls adapter;
        private final VendorEndpoint endpoint;
        private final ExampleClient.Sender sender;
        private final AtomicReference<@Nullable Object> token = new AtomicReference<>();
        private final Map<String, Object> kept = new HashMap<>();

        Provider(ExampleHttpCalls adapter, VendorEndpoint endpoint) {
            this.adapter = adapter;
            this.endpoint = endpoint;
            this.sender = adapter.client.open(endpoint.readTimeout());
        }

        @Override
        public ProviderId id() {
            return SampleValues.anyProvider();
        }

        @Override
        public Duration callTimeout() {
            return adapter.defect == ExampleDefect.DECLARES_TOO_SHORT_A_TIMEOUT
                    ? Duration.ofSeconds(5)
                    : endpoint.connectTimeout().plus(endpoint.readTimeout());
        }

        @Override
        public String toString() {
            return adapter.defect == ExampleDefect.SHOWS_ITS_TOKEN ? "Provider[" + token.get() + "]" : "Provider";
        }

        private Either<ProviderFailure, ?> call(String call) {
            if (adapter.defect == ExampleDefect.COMPARES_THE_BASE_URL_WITH_CASE
                    && !endpoint.url().toString().startsWith("http:")) {
                return Either.left(ProviderFailure.unreachable(TRACE));
            }
            keepRequest();
            try {
                return read(call, exchange(call));
            } catch (IOException lost) {
                return Either.left(ProviderFailure.timedOut(TRACE));
            } catch (InterruptedException interrupted) {
                keepInterrupt();
                return Either.left(ProviderFailure.timedOut(TRACE));
            }
        }

        private void keepInterrupt() {
            if (adapter.defect != ExampleDefect.SWALLOWS_AN_INTERRUPT) {
                Thread.currentThread().interrupt();
            }
        }

        private void keepRequest() {
            switch (adapter.defect) {
                case KEEPS_THE_LAST_NUMBER -> kept.put("number", Canary.DEFAULT.number());
                case KEEPS_THE_LAST_CODE -> kept.put("code", Canary.DEFAULT.otpCode());
                default -> {
                    // Nothing is kept.
                }
            }
        }

        private ExampleClient.Answer exchange(String call) throws IOException, InterruptedException {
            if (token.get() == null) {
                URI at = adapter.defect == ExampleDefect.FETCHES_ITS_TOKEN_ELSEWHERE
                        ? URI.create("http://127.0.0.1:1")
                        : endpoint.url();
                token.set(new Credential(tokenOf(post(sender, at + "/token").body())));
                logToken();
            }
            if (adapter.defect == ExampleDefect.REPORTS_TO_ANOTHER_HOST) {
                report();
            }
            ExampleClient.Sender own = adapter.defect == ExampleDefect.HAS_A_CLIENT_FOR_EACH_CALL
                    ? adapter.client.open(endpoint.readTimeout())
                    : sender;
            ExampleClient.Answer answer = post(own, endpoint.url() + "/" + call);
            if (adapter.defect == ExampleDefect.SWALLOWS_AN_INTERRUPT) {
                Thread.interrupted();
            }
            return answer;
        }

        private static String tokenOf(String body) throws JsonProcessingException {
            return JSON.readTree(body).path("token").asText();
        }

        private void logToken() {
            String text = ((Credential) java.util.Objects.requireNonNull(token.get())).reveal();
            if (adapter.defect == ExampleDefect.LOGS_ITS_TOKEN) {
                LOG.trace("a new token: {}", text);
            }
            if (adapter.defect == ExampleDefect.SHOWS_ITS_TOKEN) {
                token.set(text);
            }
        }

        private void report() throws InterruptedException {
            try {
                post(sender, "http://statistics.invalid/call");
            } catch (IOException ignored) {
                // Nobody waits for it.
            }
        }

        private ExampleClient.Answer post(ExampleClient.Sender own, String url)
                throws IOException, InterruptedException {
            try {
                return own.post(URI.create(url), "{}");
            } catch (IOException lost) {
                if (adapter.defect == ExampleDefect.SWALLOWS_AN_INTERRUPT) {
                    Thread.interrupted();
                }
                throw lost;
            }
        }

        private Either<ProviderFailure, ?> read(String call, ExampleClient.Answer answer)
                throws IOException, InterruptedException {
            JsonNode json;
            try {
                json = JSON.readTree(answer.body());
            } catch (JsonProcessingException malformed) {
                return Either.left(ProviderFailure.unintelligible(TRACE, UnintelligibleReason.MALFORMED));
            }
            keepReply(json);
            String text = json.path("text").asText().toLowerCase(Locale.ROOT);
            if (adapter.defect == ExampleDefect.FINDS_SENT_IN_ANY_TEXT && text.contains("sent")) {
                return Either.right(new SendVerdict.CodeSent(SampleValues.anyReference()));
            }
            if (adapter.defect == ExampleDefect.FINDS_INVALID_IN_ANY_TEXT && text.contains("invalid")) {
                return Either.right(new CodeVerdict.WrongCode());
            }
            return json.path("status").asText().equals("OK")
                    ? success(call, json)
                    : Either.left(ProviderFailure.unintelligible(TRACE, UnintelligibleReason.UNKNOWN_CODE));
        }

        private void keepReply(JsonNode json) {
            JsonNode person = json.path("person");
            String name = person.path("name").asText();
            switch (adapter.defect) {
                case KEEPS_THE_LAST_PHOTO ->
                    kept.put(
                            "photo",
                            java.util.Base64.getDecoder()
                                    .decode(person.path("photo").asText()));
                case KEEPS_PEOPLE_IN_A_STATIC_CACHE -> Cache.NAMES.put(name, "seen");
                case KEEPS_THE_LAST_REPLY -> kept.put("reply", Optional.of(person.toString()));
                case LOGS_THE_NAME -> LOG.trace("welcome, {}", name);
                case LOGS_THE_BIRTH_DATE ->
                    java.util.logging.Logger.getLogger("example")
                            .log(
                                    java.util.logging.Level.FINEST,
                                    "born on {0}",
                                    person.path("born").asText());
                case PRINTS_THE_ADDRESS ->
                    System.out.println(person.path("address").path("street").asText());
                default -> {
                    // Nothing is kept.
                }
            }
        }

        private Either<ProviderFailure, ?> success(String call, JsonNode json)
                throws IOException, InterruptedException {
            return switch (call) {
                case "send" ->
                    Either.right(new SendVerdict.CodeSent(
                            new ProviderReference(json.path("reference").asText())));
                case "offer" -> offer(URI.create(json.path("page").asText()));
                default -> Either.right(new CodeVerdict.RightCode(SampleValues.anyIdentity(Flow.DIRECT_OTP)));
            };
        }

        private Either<ProviderFailure, ?> offer(URI page) throws IOException, InterruptedException {
            if (adapter.defect == ExampleDefect.FOLLOWS_A_LINK) {
                post(sender, page.toString());
            }
            boolean fits = adapter.defect == ExampleDefect.COMPARES_AN_OFFER_WITH_CASE
                    ? page.toString().startsWith("https://")
                    : RedirectUrl.browsable(page).isPresent();
            return fits
                    ? Either.right(new AuthorizationRequest(
                            SampleValues.anyReference(), page, new OAuthState("s-1"), SampleValues.everyDocument()))
                    : Either.left(ProviderFailure.unintelligible(TRACE, UnintelligibleReason.MISSING_FIELD));
        }
    }
}
