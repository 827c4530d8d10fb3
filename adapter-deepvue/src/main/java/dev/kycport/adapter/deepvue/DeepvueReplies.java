package dev.kycport.adapter.deepvue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.kycport.adapter.feign.HasResponseStatus;
import dev.kycport.adapter.feign.ResponseStatus;
import dev.kycport.adapter.feign.json.OptionalPart;
import dev.kycport.adapter.feign.json.OptionalText;
import dev.kycport.adapter.feign.json.TextOrNumber;
import dev.kycport.domain.Bytes;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Deepvue's reply records. Null, missing and blank values are empty here; {@link DeepvueResponseMapper} decides which
 * fields are required. Unneeded fields (hashes of phone and e-mail, a raw number) are not read.
 */
final class DeepvueReplies {

    private DeepvueReplies() {}

    /** The envelope of every success. {@code code} may be a number, a text or missing. */
    @JsonNaming(SnakeCaseStrategy.class)
    record Envelope<D>(
            @TextOrNumber Optional<String> code,
            @TextOrNumber Optional<String> transactionId,
            Optional<String> subCode,
            Optional<String> message,
            @TextOrNumber Optional<String> referenceId,
            Optional<D> data)
            implements HasResponseStatus<DeepvueStatus> {

        @Override
        public DeepvueStatus responseStatus() {
            return new DeepvueStatus(
                    code.map(String::strip),
                    OptionalText.nonBlank(transactionId),
                    subCode.map(String::strip),
                    message.orElse(""),
                    OptionalText.nonBlank(referenceId),
                    false);
        }
    }

    /**
     * The status fields of any reply. A blank {@code code} or {@code sub_code} is no success.
     *
     * @param message {@code message} and {@code detail}, if they are texts
     * @param hasDocumentedDetail whether {@code detail} is one of the documented texts
     */
    record DeepvueStatus(
            Optional<String> code,
            Optional<String> transactionId,
            Optional<String> subCode,
            String message,
            Optional<String> referenceId,
            boolean hasDocumentedDetail)
            implements ResponseStatus {

        private static final Set<String> SUCCESS_CODES = Set.of("200", "201");
        private static final Set<String> DETAILS = Set.of(
                "Inactive client_id",
                "Bad Request",
                "Not authenticated",
                "Could not validate credentials",
                "Invalid client_id",
                "Invalid client_id or client_secret, access Denied",
                "Authorization failure",
                "Incorrect client_id or client_secret",
                "Not a valid token",
                "Rate limit exceeded. Please retry after some time.",
                "Internal Server Error",
                "Source Unavailable");
        private static final Pattern HTTP_ERROR = Pattern.compile("[45][0-9]{2}");

        /** Reads the body of an error of any shape. */
        static DeepvueStatus from(JsonNode body) {
            return new DeepvueStatus(
                    OptionalText.nonBlank(body, "code"),
                    OptionalText.nonBlank(body, "transaction_id"),
                    OptionalText.nonBlank(body, "sub_code"),
                    message(body),
                    OptionalText.nonBlank(body, "reference_id"),
                    OptionalText.nonBlank(body, "detail")
                            .filter(DETAILS::contains)
                            .isPresent());
        }

        private static String message(JsonNode body) {
            return Stream.of("message", "detail")
                    .flatMap(field -> OptionalText.nonBlank(body, field).stream())
                    .collect(Collectors.joining("; "));
        }

        @Override
        public boolean isSuccess() {
            return code.map(SUCCESS_CODES::contains).orElse(true)
                    && subCode.map("SUCCESS"::equals).orElse(true);
        }

        // A proxy's JSON has neither Deepvue's ids and codes nor exactly its texts.
        @Override
        public boolean isFromVendor() {
            return transactionId.isPresent() || subCode.isPresent() || hasDocumentedDetail;
        }

        /** Whether it names a success code and a transaction id; required where a success has no payload. */
        boolean isExplicitSuccess() {
            return isSuccess()
                    && transactionId.isPresent()
                    && subCode.or(() -> code).isPresent();
        }

        @Override
        public OptionalInt claimedHttpStatus() {
            return code.filter(text -> HTTP_ERROR.matcher(text).matches()).stream()
                    .mapToInt(Integer::parseInt)
                    .findFirst();
        }

        @Override
        public Optional<String> vendorCode() {
            return subCode.or(() -> code.filter(text -> !SUCCESS_CODES.contains(text)));
        }

        @Override
        public String toString() {
            return "DeepvueStatus" + vendorCode().map(word -> "[" + word + "]").orElse("[hidden]");
        }
    }

    /** Data of connect and reload-captcha; the latter has no session id. */
    @JsonNaming(SnakeCaseStrategy.class)
    record CaptchaData(@TextOrNumber Optional<String> sessionId, Optional<Bytes> captcha) {}

    /** Data of verify-otp, V1 and V2. */
    record VerifyOtpData(
            Optional<String> name,
            @TextOrNumber Optional<String> dateOfBirth,
            Optional<String> gender,
            OptionalPart<String> maskedNumber,
            OptionalPart<JsonNode> address,
            OptionalPart<Bytes> photo) {

        @Override
        public String toString() {
            return "VerifyOtpData[hidden]";
        }
    }

    /** Data of initiate-session. */
    @JsonNaming(SnakeCaseStrategy.class)
    record InitiateSessionData(Optional<String> authorizationUrl) {}

    /**
     * Data of access-token. Despite the name it contains no token.
     *
     * @param eaadhaar {@code Y} or {@code N}: whether eaadhaar can return an Aadhaar
     */
    record AccessTokenData(
            OptionalPart<String> digilockerid,
            OptionalPart<String> name,
            OptionalPart<String> dob,
            OptionalPart<String> gender,
            Optional<JsonNode> eaadhaar) {

        /** Whether it is an explicit {@code N}; any other value leaves the question open. */
        boolean isAadhaarUnavailable() {
            return eaadhaar.map(JsonNode::asText)
                    .map(String::strip)
                    .filter("N"::equalsIgnoreCase)
                    .isPresent();
        }

        @Override
        public String toString() {
            return "AccessTokenData[hidden]";
        }
    }

    /** An entry of issued-files. */
    record IssuedFile(OptionalPart<String> uri, OptionalPart<String> doctype, OptionalPart<String> issuer) {}

    /** Data of eaadhaar. */
    @JsonNaming(SnakeCaseStrategy.class)
    record EAadhaarData(
            OptionalPart<String> maskedUid,
            Optional<EAadhaarIdentity> proofOfIdentity,
            OptionalPart<JsonNode> proofOfAddress,
            OptionalPart<Bytes> photo,
            OptionalPart<Bytes> documentPdf) {

        @Override
        public String toString() {
            return "EAadhaarData[hidden]";
        }
    }

    /** The identity in eaadhaar. */
    record EAadhaarIdentity(
            Optional<String> name, @TextOrNumber Optional<String> dob, Optional<String> gender) {

        @Override
        public String toString() {
            return "EAadhaarIdentity[hidden]";
        }
    }
}
