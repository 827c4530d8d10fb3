package dev.kycport.host.cli.terminal;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.List;

/** Writes for people: a margin, aligned labels, one sign a line, coloured where colour shows. */
public final class Terminal {

    private static final int MAX_WIDTH = 100;
    private static final int LABEL_WIDTH = 12;
    private static final String MARGIN = "  ";

    private final PrintWriter writer;
    private final TerminalCapabilities terminalCapabilities;

    public Terminal(PrintWriter writer, TerminalCapabilities terminalCapabilities) {
        this.writer = writer;
        this.terminalCapabilities = terminalCapabilities;
    }

    /** One that shows nothing. */
    public static Terminal discarding() {
        return new Terminal(new PrintWriter(Writer.nullWriter()), TerminalCapabilities.PLAIN);
    }

    public TerminalCapabilities look() {
        return terminalCapabilities;
    }

    /** The output itself, for what is not for people. */
    public PrintWriter writer() {
        return writer;
    }

    public int width() {
        return Math.min(MAX_WIDTH, terminalCapabilities.width());
    }

    public void blankLine() {
        writer.println();
    }

    public void heading(String text) {
        TextWrapper.wrap(text, width()).forEach(line -> writer.println(terminalCapabilities.paint(Style.BOLD, line)));
    }

    /** A line across, with a title in it. */
    public void section(String title) {
        String rule = Symbol.RULE.text(terminalCapabilities);
        String rest = rule.repeat(Math.max(0, Math.min(width(), 78) - title.length() - 4));
        writer.println(terminalCapabilities.paint(Style.FAINT, rule.repeat(2)) + " "
                + terminalCapabilities.paint(Style.BOLD, title) + " " + terminalCapabilities.paint(Style.FAINT, rest));
    }

    public void text(String text) {
        hanging(MARGIN, MARGIN.length(), text, List.of());
    }

    public void field(String label, String value) {
        String padded = label + " ".repeat(Math.max(1, LABEL_WIDTH - label.length()));
        hanging(
                MARGIN + terminalCapabilities.paint(Style.FAINT, padded),
                MARGIN.length() + padded.length(),
                value,
                List.of());
    }

    public void success(String text) {
        marked(Symbol.SUCCESS, Style.GREEN, text, List.of());
    }

    public void failure(String text) {
        marked(Symbol.FAILURE, Style.RED, text, List.of());
    }

    /** What happens elsewhere in the meantime. */
    public void aside(String text) {
        marked(Symbol.ASIDE, Style.YELLOW, text, List.of(Style.FAINT));
    }

    /** A line of a table. */
    public void row(List<String> cells, List<Integer> widths, boolean header) {
        StringBuilder row = new StringBuilder(MARGIN);
        for (int i = 0; i < cells.size(); i++) {
            String cell = TextWrapper.sanitize(cells.get(i));
            row.append(cell).append(" ".repeat(Math.max(0, widths.get(i) - cell.length()) + 2));
        }
        String line = row.toString().stripTrailing();
        writer.println(header ? terminalCapabilities.paint(Style.FAINT, line) : line);
    }

    /** A question whose answer is to follow on the same line. */
    public void ask(String prompt) {
        writer.print(MARGIN + terminalCapabilities.paint(Style.CYAN, Symbol.QUESTION.text(terminalCapabilities)) + " "
                + prompt + " ");
        writer.flush();
    }

    /** What was typed behind a question, where nobody types. */
    public void echo(String text) {
        writer.println(terminalCapabilities.paint(Style.BOLD, text));
    }

    /** A message of the program rather than of the story. */
    public void message(String text) {
        text.lines()
                .forEach(line -> writer.println("kyc: " + String.join(" ", TextWrapper.wrap(line, Integer.MAX_VALUE))));
        writer.flush();
    }

    public void flush() {
        writer.flush();
    }

    private void marked(Symbol symbol, Style sign, String text, List<Style> words) {
        String shown = symbol.text(terminalCapabilities);
        hanging(
                MARGIN + terminalCapabilities.paint(sign, shown) + " ",
                MARGIN.length() + shown.length() + 1,
                text,
                words);
    }

    private void hanging(String lead, int indent, String text, List<Style> styles) {
        String before = lead;
        for (String line : TextWrapper.wrap(text, width() - indent)) {
            String painted = line;
            for (Style style : styles) {
                painted = terminalCapabilities.paint(style, painted);
            }
            writer.println(before + painted);
            before = " ".repeat(indent);
        }
        writer.flush();
    }
}
