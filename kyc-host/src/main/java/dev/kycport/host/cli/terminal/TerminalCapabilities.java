package dev.kycport.host.cli.terminal;

/**
 * What an output can show.
 *
 * @param terminal whether a person looks at it, so that a line can be drawn again
 * @param unicode whether it shows more than ASCII
 * @param width how many columns it has
 */
public record TerminalCapabilities(boolean terminal, boolean colour, boolean unicode, int width) {

    /** For files, pipes and tests. */
    public static final TerminalCapabilities PLAIN = new TerminalCapabilities(false, false, false, 80);

    String paint(Style style, String text) {
        return colour ? style.paint(text) : text;
    }
}
