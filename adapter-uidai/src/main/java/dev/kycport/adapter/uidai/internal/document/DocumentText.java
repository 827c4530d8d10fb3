package dev.kycport.adapter.uidai.internal.document;

import io.vavr.control.Either;
import java.nio.charset.StandardCharsets;

/** Tells an XML from the digits of a Secure QR. */
public final class DocumentText {

    /** A QR code of the largest version holds 7089 digits (ISO/IEC 18004). */
    private static final int MAX_DIGITS = 7089;

    private static final byte[] UTF_8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private DocumentText() {}

    /** Whether the first character, after a byte order mark and blanks, opens a tag. */
    public static boolean isXml(byte[] content) {
        int at = startsWithMark(content) ? UTF_8_MARK.length : 0;
        while (at < content.length && isBlank(content[at])) {
            at++;
        }
        return at < content.length && content[at] == '<';
    }

    /** The digits, without the blanks and line breaks around them. */
    public static Either<Refusal, String> digits(byte[] content) {
        String text = new String(content, StandardCharsets.ISO_8859_1).strip();
        boolean onlyDigits = !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!onlyDigits) {
            return Either.left(Refusal.unreadable("is no document of a kind that can be checked"));
        }
        return text.length() > MAX_DIGITS
                ? Either.left(Refusal.unreadable("has more digits than a QR code can hold"))
                : Either.right(text);
    }

    private static boolean startsWithMark(byte[] content) {
        return content.length >= UTF_8_MARK.length
                && content[0] == UTF_8_MARK[0]
                && content[1] == UTF_8_MARK[1]
                && content[2] == UTF_8_MARK[2];
    }

    private static boolean isBlank(byte character) {
        return character == ' ' || character == '\t' || character == '\r' || character == '\n';
    }
}
