package dev.kycport.adapter.accuauth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kycport.adapter.feign.HasResponseStatus;
import dev.kycport.adapter.feign.ResponseStatus;
import dev.kycport.adapter.feign.json.OptionalText;
import dev.kycport.adapter.feign.json.TextOrNumberDeserializer;
import dev.kycport.domain.Bytes;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * AccuAuth's words on the wire; what is null, missing or blank there is empty here. The share code, the links to XML, ZIP and
 * PDF and the hashes of phone and e-mail are not read at all, and of the number only what may be shown is taken.
 */
final class AccuauthReplies {

    private AccuauthReplies() {}

    /** Around every success. */
    @JsonNaming(SnakeCaseStrategy.class)
    record Envelope<R>(
            Optional<String> status,
            Optional<String> reason,

            @JsonDeserialize(contentUsing = TextOrNumberDeserializer.class)
            Optional<String> requestId,

            Optional<R> result)
            implements HasResponseStatus<AccuauthStatus> {

        @Override
        public AccuauthStatus responseStatus() {
            return new AccuauthStatus(
                    OptionalText.nonBlank(status), reason.orElse(""), OptionalText.nonBlank(requestId));
        }
    }

    /**
     * What any reply says about itself.
     *
     * @param vendorCode its {@code status}: {@code OK}, or what went wrong
     * @param message its {@code reason}
     */
    record AccuauthStatus(Optional<String> vendorCode, String message, Optional<String> transactionId)
            implements ResponseStatus {

        /** Under which HTTP status each error is documented; the word decides, should one come under 200. */
        private static final Map<Integer, Set<String>> CODES_BY_STATUS = Map.of(
                400,
                Set.of(
                        "INVALID_ARGUMENT",
                        "DETECTION_FAILED",
                        "DOWNLOAD_ERROR",
                        "QUERY_FAILED",
                        "ABNORMAL_BEHAVIOURS_DETECTED"),
                401,
                Set.of("UNAUTHORIZED", "KEY_EXPIRED"),
                403,
                Set.of("NO_PERMISSION", "OUT_OF_QUOTA", "RATE_LIMIT_EXCEEDED"),
                404,
                Set.of("NOT_FOUND"),
                500,
                Set.of("INTERNAL_ERROR"),
                512,
                Set.of("SOURCE_SERVICE_UNAVAILABLE"),
                513,
                Set.of("SOURCE_SERVICE_TIMEOUT"));

        /** From the body of an error. */
        static AccuauthStatus from(JsonNode body) {
            return new AccuauthStatus(
                    OptionalText.nonBlank(body, "status"),
                    OptionalText.nonBlank(body, "reason").orElse(""),
                    OptionalText.nonBlank(body, "request_id"));
        }

        @Override
        public boolean isSuccess() {
            return vendorCode.filter("OK"::equals).isPresent();
        }

        @Override
        public OptionalInt claimedHttpStatus() {
            return CODES_BY_STATUS.entrySet().stream()
                    .filter(error ->
                            vendorCode.filter(error.getValue()::contains).isPresent())
                    .mapToInt(Map.Entry::getKey)
                    .findFirst();
        }

        @Override
        public String toString() {
            return "Said[hidden]";
        }
    }

    /**
     * Of send_aadhaar_otp.
     *
     * @param clientId by which the code is verified
     * @param otpSent whether a code is on its way
     * @param ifNumber whether a mobile is linked
     * @param validAadhaar whether there is such a number
     * @param status a text, or a boolean as the documentation has it
     */
    @JsonNaming(SnakeCaseStrategy.class)
    record SendOtpResult(
            @JsonDeserialize(contentUsing = TextOrNumberDeserializer.class)
            Optional<String> clientId,

            Optional<Boolean> otpSent,
            Optional<Boolean> ifNumber,
            Optional<Boolean> validAadhaar,
            Optional<JsonNode> status) {

        /** Whether another of its fields says that no code can have been sent. */
        boolean isContradictory() {
            return !ifNumber.orElse(true) || !validAadhaar.orElse(true) || isFalse(status);
        }
    }

    /**
     * Of validate_aadhaar_otp.
     *
     * @param address not documented; read by the names that look-alike answers have
     */
    @JsonNaming(SnakeCaseStrategy.class)
    record ValidateOtpResult(
            Optional<String> fullName,
            Optional<String> dob,
            Optional<String> gender,

            @JsonDeserialize(contentUsing = TextOrNumberDeserializer.class)
            Optional<String> aadhaarNumber,

            Optional<String> careOf,
            Optional<ObjectNode> address,

            @JsonDeserialize(contentUsing = TextOrNumberDeserializer.class)
            Optional<String> zip,

            Optional<Bytes> profileImage,
            Optional<JsonNode> status) {

        boolean isContradictory() {
            return isFalse(status);
        }

        @Override
        public String toString() {
            return "Kyc[hidden]";
        }
    }

    private static boolean isFalse(Optional<JsonNode> status) {
        return status.filter(BooleanNode.FALSE::equals).isPresent();
    }
}
