package dev.kycport.adapter.feign;

import dev.kycport.domain.ProviderId;
import dev.kycport.domain.failure.VendorTrace;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** What a vendor's reply says about itself, in success and in failure. */
public interface Words {

    /** Whether it calls itself a success; one that says nothing about it does. */
    boolean succeeded();

    /** The HTTP error that it claims in its body, whatever the status it came under. */
    OptionalInt claims();

    /** The vendor's own id of the call. */
    Optional<String> transaction();

    /** The vendor's own word for the outcome. */
    Optional<String> vendorCode();

    /** What it says to a human reader; empty if nothing. */
    String text();

    /** Whether the text holds one of these phrases, given in lower case. */
    default boolean speaksOf(Set<String> phrases) {
        String lower = text().toLowerCase(Locale.ROOT);
        return phrases.stream().anyMatch(lower::contains);
    }

    /** What to quote to that provider about a reply of that status. */
    default VendorTrace trace(ProviderId provider, int status) {
        return new VendorTrace(
                provider,
                transaction().filter(Quotable::isId),
                vendorCode().filter(Quotable::isCode),
                OptionalInt.of(status));
    }
}
