package dev.kycport.adapter.feign;

import dev.kycport.adapter.feign.internal.TraceSanitizer;
import dev.kycport.domain.ProviderId;
import dev.kycport.domain.failure.VendorTrace;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** The status fields of a vendor's reply, of a success as well as of an error. */
public interface ResponseStatus {

    /** Whether the reply reports a success; one without status fields does. */
    boolean isSuccess();

    /** The HTTP error status that the body names; it may differ from the real status. */
    OptionalInt claimedHttpStatus();

    /** The vendor's id of the call. */
    Optional<String> transactionId();

    /** The vendor's code of the outcome. */
    Optional<String> vendorCode();

    /** The message for a human reader; empty if there is none. */
    String message();

    /** Whether the message contains one of these lower-case phrases. */
    default boolean containsAny(Set<String> phrases) {
        String lower = message().toLowerCase(Locale.ROOT);
        return phrases.stream().anyMatch(lower::contains);
    }

    /** The trace to quote to the provider. */
    default VendorTrace trace(ProviderId provider, int status) {
        return new VendorTrace(
                provider,
                transactionId().filter(TraceSanitizer::isQuotableId),
                vendorCode().filter(TraceSanitizer::isQuotableCode),
                OptionalInt.of(status));
    }
}
