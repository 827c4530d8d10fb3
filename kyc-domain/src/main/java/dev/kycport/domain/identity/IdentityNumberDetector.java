package dev.kycport.domain.identity;

import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Finds identity numbers in text that is stored, printed or sent to a provider: the 12 digits of an Aadhaar number or the 16
 * of a virtual id, in any script and any grouping. Other digits are told apart by the check digit.
 */
public final class IdentityNumberDetector {

    private static final Pattern DIGIT_GROUPS = Pattern.compile("\\p{Nd}+(?:[^\\p{L}\\p{N}]{1,3}\\p{Nd}+)*");
    private static final Pattern SEPARATORS = Pattern.compile("\\P{Nd}+");
    private static final int AADHAAR_DIGITS = 12;
    private static final int VID_DIGITS = 16;

    private IdentityNumberDetector() {}

    public static boolean containsNumber(String text) {
        return DIGIT_GROUPS.matcher(text).results().map(MatchResult::group).anyMatch(IdentityNumberDetector::hasNumber);
    }

    private static boolean hasNumber(String run) {
        List<String> groups = Arrays.stream(SEPARATORS.split(run))
                .map(IdentityNumberDetector::toAscii)
                .toList();
        for (int first = 0; first < groups.size(); first++) {
            StringBuilder digits = new StringBuilder();
            for (int last = first; last < groups.size() && digits.length() < VID_DIGITS; last++) {
                if (isNumber(digits.append(groups.get(last)).toString())) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isNumber(String digits) {
        return ((digits.length() == AADHAAR_DIGITS && digits.charAt(0) >= '2') || digits.length() == VID_DIGITS)
                && Verhoeff.isValid(digits);
    }

    private static String toAscii(String digits) {
        return digits.codePoints()
                .map(digit -> '0' + Character.digit(digit, 10))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
