package dev.kycport.adapter.accuauth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.kycport.adapter.feign.HasResponseStatus;
import dev.kycport.adapter.feign.ResponseStatus;
import dev.kycport.adapter.feign.json.OptionalPart;
import dev.kycport.adapter.feign.json.OptionalText;
import dev.kycport.adapter.feign.json.TextOrNumber;
import dev.kycport.domain.Bytes;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * AccuAuth's reply records. Null, missing and blank values are empty here. Share code, links to XML, ZIP and PDF, and
 * hashes of phone and e-mail are not read. Of the number only the last four digits are kept.
 */
final class AccuauthReplies {

    private AccuauthReplies() {}

    /** The envelope of every success. */
    @JsonNaming(SnakeCaseStrategy.class)
    record Envelope<R>(
            Optional<String> status,
            Optional<String> reason,

            @TextOrNumber Optional<String> requestId,

            Optional<R> result)
            implements HasResponseStatus<AccuauthStatus> {

        @Override
        public AccuauthStatus responseStatus() {
            return new AccuauthStatus(
                    OptionalText.nonBlank(status), reason.orElse(""), OptionalText.nonBlank(requestId));
        }
    }

    /**
     * The status fields of any reply.
     *
     * @param vendorCode {@code status}: {@code OK} or an error code
     * @param message {@code reason}
     */
    record AccuauthStatus(Optional<String> vendorCode, String message, Optional<String> transactionId)
            implements ResponseStatus {

        /** The documented HTTP status of each error code; used if the code comes with 200. */
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

        /** Reads the body of an error. */
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

        // A proxy's JSON may have a status or a request id, but neither of these codes nor ids of this form.
        @Override
        public boolean isFromVendor() {
            return claimedHttpStatus().isPresent()
                    || transactionId.filter(id -> id.startsWith("TID")).isPresent();
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
            return "AccuauthStatus[hidden]";
        }
    }

    /**
     * Result of send_aadhaar_otp.
     *
     * @param clientId the reference for validate_aadhaar_otp
     * @param otpSent whether a code was sent
     * @param ifNumber whether a mobile is linked
     * @param validAadhaar whether the Aadhaar number exists
     * @param status a text; documented as a boolean
     */
    @JsonNaming(SnakeCaseStrategy.class)
    record SendOtpResult(
            @TextOrNumber Optional<String> clientId,

            Optional<JsonNode> otpSent,
            Optional<JsonNode> ifNumber,
            Optional<JsonNode> validAadhaar,
            Optional<JsonNode> status) {

        /** Whether a code was sent, if the reply says so. */
        Optional<Boolean> isOtpSent() {
            return flag(otpSent);
        }

        boolean isMobileNotLinked() {
            return isFalse(ifNumber);
        }

        boolean isNumberInvalid() {
            return isFalse(validAadhaar);
        }

        /** Whether another field says that no code was sent. */
        boolean isContradictory() {
            return isMobileNotLinked() || isNumberInvalid() || isFalse(status);
        }
    }

    /**
     * Result of validate_aadhaar_otp.
     *
     * @param address its fields are not documented; similar APIs use these names
     */
    @JsonNaming(SnakeCaseStrategy.class)
    record ValidateOtpResult(
            Optional<String> fullName,
            @TextOrNumber Optional<String> dob,
            Optional<String> gender,
            OptionalPart<String> aadhaarNumber,
            OptionalPart<String> careOf,
            OptionalPart<JsonNode> address,
            OptionalPart<String> zip,
            OptionalPart<Bytes> profileImage,
            Optional<JsonNode> status) {

        boolean isContradictory() {
            return isFalse(status);
        }

        @Override
        public String toString() {
            return "ValidateOtpResult[hidden]";
        }
    }

    private static boolean isFalse(Optional<JsonNode> status) {
        return flag(status).filter(isTrue -> !isTrue).isPresent();
    }

    // Documented as booleans, but the documentation itself shows texts in places.
    private static Optional<Boolean> flag(Optional<JsonNode> value) {
        return value.map(node -> node.asText().strip().toLowerCase(Locale.ROOT))
                .filter(Set.of("true", "false")::contains)
                .map(Boolean::valueOf);
    }
}
