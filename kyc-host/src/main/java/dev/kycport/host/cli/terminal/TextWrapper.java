package dev.kycport.host.cli.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.StringTokenizer;

/** Wraps text into lines, and removes everything that could control the terminal. */
final class TextWrapper {

    private static final int MIN_WIDTH = 20;

    private TextWrapper() {}

    /** The words of the text in lines of at most that many columns; a longer word has its own line. */
    static List<String> wrap(String text, int width) {
        int room = Math.max(MIN_WIDTH, width);
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        StringTokenizer words = new StringTokenizer(sanitize(text), " ");
        while (words.hasMoreTokens()) {
            String word = words.nextToken();
            if (line.length() > 0 && line.length() + 1 + word.length() > room) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    /** The text without control characters and bidirectional overrides, which a provider could send. */
    static String sanitize(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().forEach(c -> clean.appendCodePoint(isUnsafe(c) ? ' ' : c));
        return clean.toString();
    }

    private static boolean isUnsafe(int codePoint) {
        return Character.isISOControl(codePoint)
                || (codePoint >= 0x202A && codePoint <= 0x202E)
                || (codePoint >= 0x2066 && codePoint <= 0x2069);
    }
}
