package dev.kycport.domain.failure;

import dev.kycport.domain.ProviderId;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * What to quote to a provider about one call. Never contains a body, a URL or anything that a person typed.
 *
 * @param provider the called provider
 * @param transaction the provider's own id of the call, at most {@value #MAX_LENGTH} visible ASCII characters; dropped
 *     if longer, or if it contains what looks like an identity number
 * @param vendorCode the provider's own code of the outcome, with the same limits
 * @param httpStatus the HTTP status of the reply, if there was one
 */
public record VendorTrace(
        ProviderId provider, Optional<String> transaction, Optional<String> vendorCode, OptionalInt httpStatus) {

    /** The maximum length of an id or code. */
    public static final int MAX_LENGTH = 128;

    // A run of just so many digits, anywhere: ids of other lengths and UUIDs of zeros pass.
    private static final Pattern IDENTITY_NUMBER = Pattern.compile("(?<![0-9])([2-9][0-9]{11}|[0-9]{16})(?![0-9])");

    public VendorTrace {
        transaction = transaction.filter(VendorTrace::isQuotable);
        vendorCode = vendorCode.filter(VendorTrace::isQuotable);
    }

    /** The trace of a call without an answer. */
    public static VendorTrace of(ProviderId provider) {
        return new VendorTrace(provider, Optional.empty(), Optional.empty(), OptionalInt.empty());
    }

    // A vendor that puts a sentence, or worse a person's number, where its code belongs is not quoted.
    private static boolean isQuotable(String text) {
        return !text.isEmpty()
                && text.length() <= MAX_LENGTH
                && text.chars().allMatch(c -> c > ' ' && c < 127)
                && !IDENTITY_NUMBER.matcher(text).find();
    }
}
