package dev.kycport.host.cli.terminal;

import picocli.CommandLine.Help.Ansi.Style;

/**
 * What an output can show.
 *
 * @param interactive whether it is a terminal, so that a line can be drawn again
 * @param unicode whether it shows more than ASCII
 * @param width its number of columns
 */
public record TerminalCapabilities(boolean interactive, boolean colour, boolean unicode, int width) {

    /** For files, pipes and tests. */
    public static final TerminalCapabilities PLAIN = new TerminalCapabilities(false, false, false, 80);

    String paint(Style style, String text) {
        return colour ? style.on() + text + Style.reset.on() : text;
    }
}
