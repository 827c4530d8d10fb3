package example.acme;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.failure.UnintelligibleReason;
import dev.kycport.domain.failure.VendorTrace;
import io.vavr.control.Either;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** A reply of Acme: a JSON object that says in {@code code} what came of the request, often under status 200. */
record AcmeReply(int status, JsonNode body) {

    // What may be quoted: an id or a code of another form can contain what was sent.
    private static final Pattern REQUEST_ID = Pattern.compile("r-[0-9a-f]{8}");
    private static final Pattern CODE = Pattern.compile("[a-z]+(-[a-z]+)*");

    static Either<ProviderFailure, AcmeReply> of(HttpResponse<Either<UnintelligibleReason, String>> response) {
        boolean isJson = response.headers()
                .firstValue("Content-Type")
                .map(type -> type.startsWith("application/json"))
                .orElse(true);
        return response.body()
                .flatMap(text -> (isJson ? AcmeJson.read(text) : Optional.<JsonNode>empty())
                        .<Either<UnintelligibleReason, JsonNode>>map(Either::right)
                        .orElseGet(() -> Either.left(UnintelligibleReason.MALFORMED)))
                .bimap(
                        reason -> ProviderFailure.unintelligible(
                                trace(response.statusCode(), Optional.empty(), Optional.empty()), reason),
                        json -> new AcmeReply(response.statusCode(), json));
    }

    String code() {
        return text("code");
    }

    String text(String name) {
        return text(body, name);
    }

    String personText(String name) {
        return text(body.path("person"), name);
    }

    boolean isTokenRefused() {
        return status == 401 && code().equals("bad-token");
    }

    /** The failure for a code that is no verdict. Only a code that proves that nothing was sent may cause failover. */
    ProviderFailure failure() {
        return switch (code()) {
            case "too-fast" -> ProviderFailure.throttled(trace(), Optional.empty());
            case "bad-credentials", "bad-token" -> ProviderFailure.credentials(trace());
            case "no-credit" -> ProviderFailure.quota(trace());
            case "bad-request" -> ProviderFailure.refused(trace());
            case "uidai-down" -> ProviderFailure.sourceDown(trace());
            case "uidai-slow" -> ProviderFailure.sourceTimedOut(trace());
            default -> unintelligible(UnintelligibleReason.UNKNOWN_CODE);
        };
    }

    ProviderFailure unintelligible(UnintelligibleReason reason) {
        return ProviderFailure.unintelligible(trace(), reason);
    }

    private VendorTrace trace() {
        return trace(
                status,
                Optional.of(text("request_id")).filter(REQUEST_ID.asMatchPredicate()),
                Optional.of(code()).filter(CODE.asMatchPredicate()));
    }

    private static VendorTrace trace(int status, Optional<String> requestId, Optional<String> code) {
        return new VendorTrace(AcmeProviderFactory.ID, requestId, code, OptionalInt.of(status));
    }

    private static String text(JsonNode object, String name) {
        JsonNode field = object.path(name);
        return field.isTextual() || field.isIntegralNumber() ? field.asText() : "";
    }
}
