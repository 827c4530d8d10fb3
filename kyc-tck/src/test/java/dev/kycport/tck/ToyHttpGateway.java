package dev.kycport.tck;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.kycport.domain.Flow;
import dev.kycport.domain.ProviderReference;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.failure.UnintelligibleReason;
import dev.kycport.domain.failure.VendorTrace;
import dev.kycport.domain.identity.Address;
import dev.kycport.domain.identity.Assurance;
import dev.kycport.domain.identity.BirthDate;
import dev.kycport.domain.identity.Gender;
import dev.kycport.domain.identity.IdentityNumber;
import dev.kycport.domain.identity.MaskedNumber;
import dev.kycport.domain.identity.VerifiedIdentity;
import dev.kycport.domain.otp.NotSentReason;
import dev.kycport.domain.otp.OtpCode;
import dev.kycport.ports.gateway.CodeVerdict;
import dev.kycport.ports.gateway.DirectOtpGateway;
import dev.kycport.ports.gateway.SendVerdict;
import dev.kycport.ports.gateway.SessionLost;
import dev.kycport.ports.store.ConsentProof;
import dev.kycport.tck.sample.SampleValues;
import io.vavr.control.Either;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** A gateway to an invented vendor over a real wire, to try recordings on. */
final class ToyHttpGateway implements DirectOtpGateway {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ToyHttpClient wire;

    ToyHttpGateway(ToyHttpClient wire) {
        this.wire = wire;
    }

    @Override
    public Either<ProviderFailure, SendVerdict> send(ConsentProof proof, IdentityNumber number) {
        String path = "/otp?purpose=" + encoded(proof.purpose().value());
        return wire.post(path, "application/x-www-form-urlencoded", "number=" + encoded(number.reveal()))
                .flatMap(reply -> read(reply, "reference", this::sent));
    }

    @Override
    public Either<ProviderFailure, CodeVerdict> verify(ConsentProof proof, ProviderReference reference, OtpCode code) {
        String body = JSON.valueToTree(Map.of("otp", code.reveal(), "reference", reference.value()))
                .toString();
        return wire.post("/otp/verify", "application/json", body)
                .flatMap(reply -> read(reply, "person", ToyHttpGateway::judged));
    }

    private Either<ProviderFailure, SendVerdict> sent(String status, JsonNode reply) {
        return switch (status) {
            case "OK" ->
                Either.right(new SendVerdict.CodeSent(
                        new ProviderReference(reply.get("reference").asText())));
            case "NO_MOBILE" -> Either.right(new SendVerdict.CodeNotSent(NotSentReason.MOBILE_NOT_LINKED));
            case "NO_SUCH_NUMBER" -> Either.right(new SendVerdict.CodeNotSent(NotSentReason.NUMBER_INVALID));
            case "PENDING" -> Either.right(new SendVerdict.CodePending(Optional.empty(), Optional.empty()));
            default -> Either.left(failure(status));
        };
    }

    private static Either<ProviderFailure, CodeVerdict> judged(String status, JsonNode reply) {
        return switch (status) {
            case "OK" -> Either.right(new CodeVerdict.RightCode(person(reply.get("person"))));
            case "WRONG" -> Either.right(new CodeVerdict.WrongCode());
            case "EXPIRED" -> Either.right(new CodeVerdict.CodeExpired());
            case "NO_SESSION" -> Either.right(new SessionLost());
            default -> Either.left(failure(status));
        };
    }

    private static ProviderFailure failure(String status) {
        return switch (status) {
            case "TOO_FAST" -> ProviderFailure.throttled(trace(status), Optional.empty());
            case "WHO" -> ProviderFailure.credentials(trace(status));
            case "PAY" -> ProviderFailure.quota(trace(status));
            case "INVALID" -> ProviderFailure.refused(trace(status));
            case "SOURCE_DOWN" -> ProviderFailure.sourceDown(trace(status));
            case "SOURCE_TIMEOUT" -> ProviderFailure.sourceTimedOut(trace(status));
            default -> ProviderFailure.unintelligible(trace(status), UnintelligibleReason.UNKNOWN_CODE);
        };
    }

    private static <V> Either<ProviderFailure, V> read(String reply, String needed, Reading<V> reading) {
        try {
            JsonNode json = JSON.readTree(reply);
            String status = json.path("status").asText();
            return status.equals("OK") && !json.has(needed)
                    ? Either.left(ProviderFailure.unintelligible(trace(status), UnintelligibleReason.MISSING_FIELD))
                    : reading.of(status, json);
        } catch (JsonProcessingException malformed) {
            return Either.left(ProviderFailure.unintelligible(trace(""), UnintelligibleReason.MALFORMED));
        }
    }

    private static VerifiedIdentity person(JsonNode json) {
        String masked = json.get("masked").asText();
        return new VerifiedIdentity(
                json.get("name").asText(),
                BirthDate.ofDate(LocalDate.parse(json.get("born").asText())),
                Gender.fromLetter(json.get("gender").asText()).orElseThrow(),
                Address.UNKNOWN,
                Optional.empty(),
                Optional.of(MaskedNumber.ofAadhaar(masked.substring(masked.length() - 4))),
                List.of(),
                new Assurance(Flow.DIRECT_OTP, SampleValues.anyProvider(), SampleValues.NOW));
    }

    static VendorTrace trace(String status) {
        return new VendorTrace(SampleValues.anyProvider(), Optional.empty(), Optional.of(status), OptionalInt.empty());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private interface Reading<V> {
        Either<ProviderFailure, V> of(String status, JsonNode reply);
    }
}
