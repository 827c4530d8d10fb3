package dev.kycport.tck;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.kycport.domain.Bytes;
import dev.kycport.domain.Flow;
import dev.kycport.domain.MediaType;
import dev.kycport.domain.ProviderId;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.failure.UnintelligibleReason;
import dev.kycport.domain.identity.Address;
import dev.kycport.domain.identity.Assurance;
import dev.kycport.domain.identity.BirthDate;
import dev.kycport.domain.identity.DocumentType;
import dev.kycport.domain.identity.Gender;
import dev.kycport.domain.identity.IdentityPart;
import dev.kycport.domain.identity.IssuedDocument;
import dev.kycport.domain.identity.VerifiedIdentity;
import dev.kycport.domain.otp.NotSentReason;
import dev.kycport.ports.gateway.CodeVerdict;
import dev.kycport.ports.gateway.DocumentsVerdict;
import dev.kycport.ports.gateway.SendVerdict;
import dev.kycport.ports.spi.KycProvider;
import dev.kycport.tck.http.IdentityReply;
import dev.kycport.tck.http.ReplyFieldNames;
import dev.kycport.tck.http.VendorEndpoint;
import dev.kycport.tck.http.VendorHttpCalls;
import dev.kycport.tck.sample.SampleValues;
import io.vavr.control.Either;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An adapter that believes every status, every word, every name and every document, and forgives no optional part. */
final class GullibleHttpCalls implements VendorHttpCalls {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient client = HttpClient.newHttpClient();

    @Override
    public String vendor() {
        return "gullible";
    }

    @Override
    public ReplyFieldNames fields() {
        return new ReplyFieldNames("id", "status", "text", "person", "name", "photo");
    }

    @Override
    public KycProvider open(VendorEndpoint link) {
        return new Provider(link.url());
    }

    @Override
    public List<String> calls() {
        return List.of("send", "verify", "documents");
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
    public List<IdentityReply> identityReplies() {
        return List.of(new IdentityReply("verify", "/person/name", "/person/born", "/person/photo", "/person/address"));
    }

    @Override
    public Map<String, String> documentReplies() {
        return Map.of("documents", "/file");
    }

    @Override
    public Either<ProviderFailure, ?> invoke(KycProvider adapter, String call) {
        try {
            URI url = ((Provider) adapter).url().resolve(path(call));
            HttpResponse<String> reply =
                    client.send(HttpRequest.newBuilder(url).build(), HttpResponse.BodyHandlers.ofString());
            return reply.statusCode() == 200 ? success(call, reply.body()) : error(reply);
        } catch (IOException | InterruptedException lost) {
            throw new IllegalStateException(lost);
        }
    }

    private static Either<ProviderFailure, ?> error(HttpResponse<String> reply) {
        String text = reply.body().toLowerCase(Locale.ROOT);
        return switch (reply.statusCode()) {
            case 401, 403 -> Either.left(ProviderFailure.credentials(SampleValues.anyTrace()));
            case 400 ->
                text.contains("aadhaar")
                        ? Either.right(new SendVerdict.CodeNotSent(NotSentReason.NUMBER_INVALID))
                        : Either.left(ProviderFailure.refused(SampleValues.anyTrace()));
            default -> Either.left(ProviderFailure.sourceDown(SampleValues.anyTrace()));
        };
    }

    private static Either<ProviderFailure, ?> success(String call, String body) {
        try {
            JsonNode json = JSON.readTree(body);
            JsonNode person = json.path("person");
            boolean isReadable =
                    person.path("photo").isTextual() && person.path("address").isObject();
            Base64.getDecoder().decode(person.path("photo").asText());
            return isReadable ? verdict(call, json) : unintelligible();
        } catch (IOException | IllegalArgumentException unreadable) {
            return unintelligible();
        }
    }

    private static Either<ProviderFailure, ?> verdict(String call, JsonNode json) {
        VerifiedIdentity identity = identity(json.path("person").path("name").asText(), json.path("file"));
        return Either.right(
                call.equals("verify")
                        ? new CodeVerdict.RightCode(identity, Set.of(IdentityPart.NUMBER))
                        : new DocumentsVerdict.DocumentsFetched(identity));
    }

    private static Either<ProviderFailure, ?> unintelligible() {
        return Either.left(ProviderFailure.unintelligible(SampleValues.anyTrace(), UnintelligibleReason.MALFORMED));
    }

    private static VerifiedIdentity identity(String name, JsonNode file) {
        Bytes content = Bytes.of(file.asText().getBytes(StandardCharsets.UTF_8));
        return new VerifiedIdentity(
                name,
                BirthDate.ofDate(SampleValues.NOW.atZone(ZoneOffset.UTC).toLocalDate()),
                Gender.FEMALE,
                Address.UNKNOWN,
                Optional.empty(),
                Optional.empty(),
                List.of(new IssuedDocument(DocumentType.PAN, "", content, MediaType.XML)),
                new Assurance(Flow.DIRECT_OTP, SampleValues.anyProvider(), SampleValues.NOW));
    }

    private record Provider(URI url) implements KycProvider {

        @Override
        public ProviderId id() {
            return SampleValues.anyProvider();
        }

        @Override
        public Duration callTimeout() {
            return Duration.ZERO;
        }
    }
}
