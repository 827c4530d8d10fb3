package dev.kycport.adapter.feign;

import dev.kycport.adapter.feign.internal.TraceSanitizer;
import dev.kycport.domain.ProviderId;
import dev.kycport.domain.failure.VendorTrace;
import java.util.Optional;
import java.util.OptionalInt;

/** The status fields of a vendor's reply, of a success as well as of an error. */
public interface ResponseStatus {

    /** Whether the reply reports a success; one without status fields does. */
    boolean isSuccess();

    /**
     * Whether this has the vendor's documented form or words. Otherwise it may be the page of a proxy, load balancer or
     * firewall between us and the vendor, behind which the request may have been carried out.
     */
    boolean isFromVendor();

    /** The HTTP error status that the body names; it may differ from the real status. Empty unless overridden. */
    default OptionalInt claimedHttpStatus() {
        return OptionalInt.empty();
    }

    /** The vendor's id of the call. */
    Optional<String> transactionId();

    /** The vendor's code of the outcome. */
    Optional<String> vendorCode();

    /** The message for a human reader; empty if there is none. */
    String message();

    /** The trace to quote to the provider. */
    default VendorTrace trace(ProviderId provider, int status) {
        return new VendorTrace(
                provider,
                transactionId().filter(TraceSanitizer::isQuotableId),
                vendorCode().filter(TraceSanitizer::isQuotableCode),
                OptionalInt.of(status));
    }
}
