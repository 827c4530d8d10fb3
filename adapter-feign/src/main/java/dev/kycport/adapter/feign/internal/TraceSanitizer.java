package dev.kycport.adapter.feign.internal;

import dev.kycport.domain.identity.AadhaarNumber;
import dev.kycport.domain.identity.VirtualId;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Decides which ids and codes of a vendor may appear in a trace. What may be an echo of personal input is left out. */
public final class TraceSanitizer {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_.:-]+");
    private static final Pattern SHORT_NUMBER = Pattern.compile("[0-9]{1,7}");
    private static final Pattern IDENTITY_NUMBER = Pattern.compile("(?<![0-9])(?:[0-9]{12}|[0-9]{16})(?![0-9])");
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]*");
    private static final Pattern LONG_NUMBER = Pattern.compile("[0-9]{4,}");
    private static final Pattern SIX_DIGITS = Pattern.compile("[0-9]{6}");

    private TraceSanitizer() {}

    /**
     * Whether this is an id that is neither a one-time code nor contains an Aadhaar number or virtual id. A run of
     * digits counts as such a number only if its check digit is right, because one in a hundred hexadecimal ids
     * contains a run of that length.
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

    /** Whether this is a code of the vendor. A long number, or six digits in a row, may be personal input. */
    public static boolean isQuotableCode(String text) {
        return CODE.matcher(text).matches()
                && !LONG_NUMBER.matcher(text).matches()
                && !SIX_DIGITS.matcher(text).find();
    }
}
