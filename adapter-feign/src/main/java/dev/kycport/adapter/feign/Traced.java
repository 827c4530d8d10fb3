package dev.kycport.adapter.feign;

import dev.kycport.domain.ProviderId;
import dev.kycport.domain.failure.VendorTrace;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** A vendor's record that knows what to quote when asking the vendor about it. */
public interface Traced {

    /** A word of a vendor's vocabulary; what holds four digits in a row may be something a person typed. */
    Pattern CODE = Pattern.compile("(?!.*[0-9]{4})[A-Za-z0-9][A-Za-z0-9_.-]*");

    /** An id; what is an Aadhaar number, a virtual id or a code, or holds one, is none. */
    Pattern ID = Pattern.compile("(?![0-9]{0,7}$)(?!(.*[^0-9])?([0-9]{12}|[0-9]{16})([^0-9].*)?$)[A-Za-z0-9_.:-]+");

    /** The vendor's own id of the call. */
    Optional<String> transaction();

    /** The vendor's own word for the outcome. */
    Optional<String> vendorCode();

    /** What to quote to that provider about a reply of that status. */
    default VendorTrace trace(ProviderId provider, int status) {
        return new VendorTrace(
                provider,
                transaction().filter(id -> ID.matcher(id).matches()),
                vendorCode().filter(code -> CODE.matcher(code).matches()),
                OptionalInt.of(status));
    }
}
