package dev.kycport.adapter.feign;

import dev.kycport.adapter.feign.internal.TraceSanitizer;
import dev.kycport.domain.ProviderId;
import dev.kycport.domain.failure.VendorTrace;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** What a vendor's reply says about itself, in success and in failure. */
public interface ResponseStatus {

    /** Whether it calls itself a success; one that says nothing about it does. */
    boolean isSuccess();

    /** The HTTP error that it claims in its body, whatever the status it came under. */
    OptionalInt claimedHttpStatus();

    /** The vendor's own id of the call. */
    Optional<String> transactionId();

    /** The vendor's own word for the outcome. */
    Optional<String> vendorCode();

    /** What it says to a human reader; empty if nothing. */
    String message();

    /** Whether the text holds one of these phrases, given in lower case. */
    default boolean containsAny(Set<String> phrases) {
        String lower = message().toLowerCase(Locale.ROOT);
        return phrases.stream().anyMatch(lower::contains);
    }

    /** What to quote to that provider about a reply of that status. */
    default VendorTrace trace(ProviderId provider, int status) {
        return new VendorTrace(
                provider,
                transactionId().filter(TraceSanitizer::isQuotableId),
                vendorCode().filter(TraceSanitizer::isQuotableCode),
                OptionalInt.of(status));
    }
}
