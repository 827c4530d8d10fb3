package ${package};

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
import java.util.Set;

/**
 * ${prefix}'s replies. Every field is optional: a reply that lacks one must remain readable. TODO: field names and codes.
 */
final class ${prefix}Replies {

    private ${prefix}Replies() {}

    /** The reply to every call; each has its own fields after the first three. */
    @JsonNaming(SnakeCaseStrategy.class)
    record Answer(
            Optional<String> code,
            Optional<String> message,
            @TextOrNumber Optional<String> transactionId,
            Optional<String> accessToken,
            @TextOrNumber Optional<String> expiresIn,
            @TextOrNumber Optional<String> referenceId,
            Optional<Person> person)
            implements HasResponseStatus<${prefix}Status> {

        @Override
        public ${prefix}Status responseStatus() {
            return new ${prefix}Status(code, transactionId, message.orElse(""));
        }

        @Override
        public String toString() {
            return "Answer[hidden]";
        }
    }

    @JsonNaming(SnakeCaseStrategy.class)
    record Person(
            Optional<String> name,
            @TextOrNumber Optional<String> dateOfBirth,
            Optional<String> gender,
            OptionalPart<String> aadhaarNumber,
            OptionalPart<JsonNode> address,
            OptionalPart<Bytes> photo) {

        @Override
        public String toString() {
            return "Person[hidden]";
        }
    }

    /** What every reply says about itself. */
    record ${prefix}Status(Optional<String> vendorCode, Optional<String> transactionId, String message)
            implements ResponseStatus {

        private static final Set<String> SUCCESSES = Set.of("success");
        private static final Set<String> ERRORS = Set.of("invalid-otp", "token-expired");

        static ${prefix}Status from(JsonNode body) {
            return new ${prefix}Status(
                    OptionalText.nonBlank(body, "code"),
                    OptionalText.nonBlank(body, "transaction_id"),
                    OptionalText.nonBlank(body, "message").orElse(""));
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
        public String toString() {
            return "${prefix}Status[hidden]";
        }
    }
}
