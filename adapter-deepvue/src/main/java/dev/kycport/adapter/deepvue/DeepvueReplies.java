package dev.kycport.adapter.deepvue;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.kycport.adapter.feign.HasResponseStatus;
import dev.kycport.adapter.feign.ResponseStatus;
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
 * Deepvue's words on the wire. What is null, missing or blank there is empty here; whether it had to be there is for
 * {@link DeepvueResponseMapper} to say. Fields that nobody needs (hashes of phone and e-mail, the raw number if they ever sent
 * it) are not read at all.
 */
public final class DeepvueReplies {

    private DeepvueReplies() {}

    /** Around every success. Its {@code code} comes as number, as text or not at all. */
    @JsonNaming(SnakeCaseStrategy.class)
    public record Envelope<D>(
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
                    OptionalText.nonBlank(referenceId));
        }
    }

    /**
     * What any reply says about itself. A blank {@code code} or {@code sub_code} of a success is no word of success.
     *
     * @param message {@code message} and {@code detail}, as far as they are texts
     */
    record DeepvueStatus(
            Optional<String> code,
            Optional<String> transactionId,
            Optional<String> subCode,
            String message,
            Optional<String> referenceId)
            implements ResponseStatus {

        private static final Set<String> SUCCESS_CODES = Set.of("200", "201");
        private static final Pattern HTTP_ERROR = Pattern.compile("[45][0-9]{2}");

        /** From the body of an error, of whatever shape. */
        static DeepvueStatus from(JsonNode body) {
            return new DeepvueStatus(
                    OptionalText.nonBlank(body, "code"),
                    OptionalText.nonBlank(body, "transaction_id"),
                    OptionalText.nonBlank(body, "sub_code"),
                    message(body),
                    OptionalText.nonBlank(body, "reference_id"));
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

        /** Whether it says in so many words that it is a success, and of which call: what there is to trust without a payload. */
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
            return "Said" + vendorCode().map(word -> "[" + word + "]").orElse("[hidden]");
        }
    }

    /** Of connect and reload-captcha; the latter has no session id. */
    @JsonNaming(SnakeCaseStrategy.class)
    record CaptchaData(@TextOrNumber Optional<String> sessionId, Optional<Bytes> captcha) {}

    /** Of verify-otp, V1 and V2. */
    public record VerifyOtpData(
            Optional<String> name,
            Optional<String> dateOfBirth,
            Optional<String> gender,
            Optional<String> maskedNumber,
            Optional<VerifyOtpAddress> address,
            Optional<Bytes> photo) {

        @Override
        public String toString() {
            return "Kyc[hidden]";
        }
    }

    /** Of verify-otp; absent parts are empty texts, and a house may be a number. */
    record VerifyOtpAddress(
            @TextOrNumber Optional<String> careOf,
            @TextOrNumber Optional<String> house,
            @TextOrNumber Optional<String> street,
            @TextOrNumber Optional<String> landmark,
            @TextOrNumber Optional<String> locality,
            @TextOrNumber Optional<String> vtc,
            @TextOrNumber Optional<String> subDistrict,
            @TextOrNumber Optional<String> district,
            @TextOrNumber Optional<String> postOffice,
            @TextOrNumber Optional<String> state,
            @TextOrNumber Optional<String> pin,
            @TextOrNumber Optional<String> country) {

        @Override
        public String toString() {
            return "Address[hidden]";
        }
    }

    /** Of initiate-session. */
    @JsonNaming(SnakeCaseStrategy.class)
    record InitiateSessionData(Optional<String> authorizationUrl) {}

    /**
     * Of access-token. No token is in it, despite the name.
     *
     * @param eaadhaar {@code Y} or {@code N}: whether eaadhaar will have anything to give
     */
    record AccessTokenData(
            @TextOrNumber Optional<String> digilockerid,
            Optional<String> name,
            @TextOrNumber Optional<String> dob,
            Optional<String> gender,
            Optional<JsonNode> eaadhaar) {

        /** Whether it says so in so many words; anything else promises nothing and rules nothing out. */
        boolean isAadhaarUnavailable() {
            return eaadhaar.map(JsonNode::asText)
                    .map(String::strip)
                    .filter("N"::equalsIgnoreCase)
                    .isPresent();
        }

        @Override
        public String toString() {
            return "Access[hidden]";
        }
    }

    /** One line of issued-files. */
    record IssuedFile(Optional<String> uri, Optional<String> doctype, Optional<String> issuer) {}

    /** Of eaadhaar. */
    @JsonNaming(SnakeCaseStrategy.class)
    record EAadhaarData(
            Optional<String> maskedUid,
            Optional<EAadhaarIdentity> proofOfIdentity,
            Optional<EAadhaarAddress> proofOfAddress,
            Optional<Bytes> photo,
            Optional<Bytes> documentPdf) {

        @Override
        public String toString() {
            return "EAadhaar[hidden]";
        }
    }

    /** Of eaadhaar. */
    record EAadhaarIdentity(Optional<String> name, Optional<String> dob, Optional<String> gender) {

        @Override
        public String toString() {
            return "Identity[hidden]";
        }
    }

    /** Of eaadhaar: fewer parts than {@link VerifyOtpAddress}, under other names. */
    @JsonNaming(SnakeCaseStrategy.class)
    record EAadhaarAddress(
            @TextOrNumber Optional<String> careOf,
            @TextOrNumber Optional<String> house,
            @TextOrNumber Optional<String> street,
            @TextOrNumber Optional<String> locality,
            @TextOrNumber Optional<String> vtc,
            @TextOrNumber Optional<String> district,
            @TextOrNumber Optional<String> state,

            @JsonProperty("pincode") @TextOrNumber Optional<String> pin,

            @TextOrNumber Optional<String> country) {

        @Override
        public String toString() {
            return "Residence[hidden]";
        }
    }
}
