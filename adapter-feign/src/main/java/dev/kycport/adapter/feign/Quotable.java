package dev.kycport.adapter.feign;

import java.util.regex.Pattern;

/** What of a vendor's words may be quoted in a trace: a vendor that echoes what a person typed is not quoted. */
final class Quotable {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_.:-]+");
    private static final Pattern SHORT_NUMBER = Pattern.compile("[0-9]{1,7}");
    private static final Pattern IDENTITY_NUMBER = Pattern.compile("(?<![0-9])(?:[0-9]{12}|[0-9]{16})(?![0-9])");
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]*");
    private static final Pattern FOUR_DIGITS = Pattern.compile("[0-9]{4}");

    private Quotable() {}

    /** An id; what may be a code, or holds an Aadhaar number or a virtual id, is none. */
    static boolean isId(String text) {
        return ID.matcher(text).matches()
                && !SHORT_NUMBER.matcher(text).matches()
                && !IDENTITY_NUMBER.matcher(text).find();
    }

    /** A word of a vendor's vocabulary; one that holds four digits in a row may be something that a person typed. */
    static boolean isCode(String text) {
        return CODE.matcher(text).matches() && !FOUR_DIGITS.matcher(text).find();
    }
}
