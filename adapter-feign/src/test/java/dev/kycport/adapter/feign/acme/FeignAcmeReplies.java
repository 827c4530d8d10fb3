package dev.kycport.adapter.feign.acme;

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

/** Acme's replies. {@code code} says what came of a request, often under status 200. */
final class FeignAcmeReplies {

    private FeignAcmeReplies() {}

    @JsonNaming(SnakeCaseStrategy.class)
    record TokenReply(
            Optional<String> code,
            Optional<String> accessToken,
            @TextOrNumber Optional<String> expiresIn) implements HasResponseStatus<AcmeStatus> {

        @Override
        public AcmeStatus responseStatus() {
            return new AcmeStatus(code, Optional.empty());
        }

        @Override
        public String toString() {
            return "TokenReply[hidden]";
        }
    }

    @JsonNaming(SnakeCaseStrategy.class)
    record SendReply(
            Optional<String> code,
            @TextOrNumber Optional<String> requestId,
            @TextOrNumber Optional<String> ticket) implements HasResponseStatus<AcmeStatus> {

        @Override
        public AcmeStatus responseStatus() {
            return new AcmeStatus(code, requestId);
        }
    }

    @JsonNaming(SnakeCaseStrategy.class)
    record CheckReply(Optional<String> code, @TextOrNumber Optional<String> requestId, Optional<Person> person)
            implements HasResponseStatus<AcmeStatus> {

        @Override
        public AcmeStatus responseStatus() {
            return new AcmeStatus(code, requestId);
        }
    }

    /** The person behind the number. Acme may return the whole number. */
    record Person(
            Optional<String> name,
            @TextOrNumber Optional<String> born,
            Optional<String> gender,
            OptionalPart<String> number,
            OptionalPart<JsonNode> address,
            OptionalPart<Bytes> photo) {

        @Override
        public String toString() {
            return "Person[hidden]";
        }
    }

    /** The status fields of every reply. A reply without a code, such as one with a token, is a success. */
    record AcmeStatus(Optional<String> vendorCode, Optional<String> transactionId) implements ResponseStatus {

        private static final Set<String> SUCCESSES = Set.of("sent", "right");
        private static final Set<String> ERRORS = Set.of(
                "no-mobile",
                "no-such-number",
                "wrong",
                "expired",
                "no-such-ticket",
                "too-fast",
                "bad-credentials",
                "bad-token",
                "no-credit",
                "bad-request",
                "uidai-down",
                "uidai-slow");

        static AcmeStatus from(JsonNode body) {
            return new AcmeStatus(OptionalText.nonBlank(body, "code"), OptionalText.nonBlank(body, "request_id"));
        }

        @Override
        public boolean isSuccess() {
            return vendorCode.map(SUCCESSES::contains).orElse(true);
        }

        @Override
        public boolean isFromVendor() {
            return vendorCode.filter(ERRORS::contains).isPresent();
        }

        @Override
        public OptionalInt claimedHttpStatus() {
            return OptionalInt.empty();
        }

        @Override
        public String message() {
            return "";
        }

        @Override
        public String toString() {
            return "AcmeStatus[hidden]";
        }
    }
}
