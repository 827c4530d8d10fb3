package dev.kycport.adapter.feign.internal;

import dev.kycport.domain.identity.AadhaarNumber;
import dev.kycport.domain.identity.VirtualId;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What of a vendor's words may be quoted in a trace: a vendor that echoes what a person typed is not quoted. */
public final class TraceSanitizer {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_.:-]+");
    private static final Pattern SHORT_NUMBER = Pattern.compile("[0-9]{1,7}");
    private static final Pattern IDENTITY_NUMBER = Pattern.compile("(?<![0-9])(?:[0-9]{12}|[0-9]{16})(?![0-9])");
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]*");
    private static final Pattern LONG_NUMBER = Pattern.compile("[0-9]{4,}");
    private static final Pattern SIX_DIGITS = Pattern.compile("[0-9]{6}");

    private TraceSanitizer() {}

    /**
     * An id; what may be a code, or holds an Aadhaar number or a virtual id, is none. A run of digits in an id is such a
     * number only if its check digit is right: of a vendor's hexadecimal ids one in a hundred has a run of that length.
     */
    public static boolean isQuotableId(String text) {
        return ID.matcher(text).matches()
                && !SHORT_NUMBER.matcher(text).matches()
                && IDENTITY_NUMBER
                        .matcher(text)
                        .results()
                        .map(MatchResult::group)
                        .noneMatch(TraceSanitizer::isIdentityNumber);
    }

    private static boolean isIdentityNumber(String digits) {
        return AadhaarNumber.parse(digits).isRight() || VirtualId.parse(digits).isRight();
    }

    /** A word of a vendor's vocabulary; a long number, or six digits in a row, may be something that a person typed. */
    public static boolean isQuotableCode(String text) {
        return CODE.matcher(text).matches()
                && !LONG_NUMBER.matcher(text).matches()
                && !SIX_DIGITS.matcher(text).find();
    }
}
