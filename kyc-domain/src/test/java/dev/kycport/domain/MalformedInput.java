package dev.kycport.domain;

import java.util.stream.Stream;

/** What people, programs and attackers put into a field that wants digits; each holds a value that must not be echoed. */
public final class MalformedInput {

    private static final String MEGABYTE = "7".repeat(1_000_000);

    private MalformedInput() {}

    /** The right digits, disfigured in every way we could think of. */
    public static Stream<String> around(String digits) {
        String half = digits.substring(0, digits.length() / 2);
        String rest = digits.substring(digits.length() / 2);
        return Stream.of(
                "",
                " ",
                half,
                digits + "7",
                digits + digits,
                digits + "\u0000",
                half + "." + rest,
                half + "," + rest,
                half + "'" + rest,
                "+" + digits,
                "0x" + digits,
                digits.substring(1) + "O",
                "l" + digits.substring(1),
                digits.substring(1) + "é",
                inScript(digits, 0x0966),
                inScript(digits, 0xFF10),
                inScript(digits, 0x0660),
                inScript(digits, 0x1D7CE),
                digits.substring(1) + "\uD800",
                "null",
                "NaN",
                "1e11",
                "' OR '1'='1",
                "${jndi:ldap://example}",
                MEGABYTE,
                MEGABYTE + "x");
    }

    /** The right digits with what typing and pasting adds to them. */
    public static Stream<String> separated(String digits) {
        String half = digits.substring(0, digits.length() / 2);
        String rest = digits.substring(digits.length() / 2);
        return Stream.of(
                digits + " ",
                " " + digits,
                digits + "\n",
                digits + "\r\n",
                "\uFEFF" + digits,
                "\u202F" + digits + "\u00A0",
                half + "  " + rest,
                half + "\t" + rest,
                half + "\u00A0" + rest,
                half + "\u2009" + rest,
                half + "\u200B" + rest,
                half + "\u2060" + rest,
                half + "\u3000" + rest,
                half + "-" + rest,
                half + " - " + rest,
                half + "\u2011" + rest,
                half + "\u2013" + rest,
                half + "\u00AD" + rest,
                half + "\r\n" + rest,
                "-" + digits);
    }

    private static String inScript(String digits, int zero) {
        return digits.chars()
                .map(digit -> zero + digit - '0')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
