package dev.kycport.host.cli.terminal;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi.Style;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.TextTable;

/** Prints text for people: wrapped lines with a margin, aligned labels, a symbol per line, in colour where possible. */
public final class Terminal {

    private static final int MAX_WIDTH = 100;
    private static final int LABEL_WIDTH = 12;
    private static final String MARGIN = "  ";

    private final PrintWriter writer;
    private final TerminalCapabilities capabilities;

    public Terminal(PrintWriter writer, TerminalCapabilities capabilities) {
        this.writer = writer;
        this.capabilities = capabilities;
    }

    /** A terminal that discards what is printed. */
    public static Terminal discarding() {
        return new Terminal(new PrintWriter(Writer.nullWriter()), TerminalCapabilities.PLAIN);
    }

    public TerminalCapabilities capabilities() {
        return capabilities;
    }

    /** The output itself, for text that is not for people. */
    public PrintWriter writer() {
        return writer;
    }

    public int width() {
        return Math.min(MAX_WIDTH, capabilities.width());
    }

    public void blankLine() {
        writer.println();
    }

    public void heading(String text) {
        TextWrapper.wrap(text, width()).forEach(line -> writer.println(capabilities.paint(Style.bold, line)));
    }

    /** Prints a horizontal rule with a title in it. */
    public void section(String title) {
        String rule = Symbol.RULE.text(capabilities);
        String rest = rule.repeat(Math.max(0, Math.min(width(), 78) - title.length() - 4));
        writer.println(capabilities.paint(Style.faint, rule.repeat(2)) + " " + capabilities.paint(Style.bold, title)
                + " " + capabilities.paint(Style.faint, rest));
    }

    public void text(String text) {
        hanging(MARGIN, MARGIN.length(), text, line -> line);
    }

    public void field(String label, String value) {
        String padded = label + " ".repeat(Math.max(1, LABEL_WIDTH - label.length()));
        hanging(
                MARGIN + capabilities.paint(Style.faint, padded),
                MARGIN.length() + padded.length(),
                value,
                line -> line);
    }

    public void success(String text) {
        marked(Symbol.SUCCESS, Style.fg_green, text, line -> line);
    }

    public void failure(String text) {
        marked(Symbol.FAILURE, Style.fg_red, text, line -> line);
    }

    /** Prints what happens away from the screen. */
    public void aside(String text) {
        marked(Symbol.ASIDE, Style.fg_yellow, text, line -> capabilities.paint(Style.faint, line));
    }

    /** Prints rows of cells in aligned columns; the first row is the header. */
    public void table(List<List<String>> rows) {
        Column[] columns = IntStream.range(0, rows.get(0).size())
                .map(at -> rows.stream().mapToInt(row -> row.get(at).length()).reduce(0, Math::max))
                .mapToObj(width -> new Column(width + MARGIN.length(), MARGIN.length(), Column.Overflow.SPAN))
                .toArray(Column[]::new);
        TextTable table = TextTable.forColumns(Help.defaultColorScheme(Help.Ansi.OFF), columns);
        rows.forEach(row ->
                table.addRowValues(row.stream().map(TextWrapper::sanitize).toArray(String[]::new)));
        List<String> lines = table.toString().lines().toList();
        writer.println(capabilities.paint(Style.faint, lines.get(0)));
        lines.stream().skip(1).forEach(writer::println);
    }

    /** Prints a question; the answer follows on the same line. */
    public void ask(String prompt) {
        writer.print(
                MARGIN + capabilities.paint(Style.fg_cyan, Symbol.QUESTION.text(capabilities)) + " " + prompt + " ");
        writer.flush();
    }

    /** Prints a scripted answer after its question. */
    public void echo(String text) {
        writer.println(capabilities.paint(Style.bold, text));
    }

    /** Prints a message of the program itself, each line after {@code kyc:}. */
    public void message(String text) {
        text.lines()
                .forEach(line -> writer.println("kyc: " + String.join(" ", TextWrapper.wrap(line, Integer.MAX_VALUE))));
        writer.flush();
    }

    public void flush() {
        writer.flush();
    }

    private void marked(Symbol symbol, Style style, String text, UnaryOperator<String> painted) {
        String shown = symbol.text(capabilities);
        hanging(MARGIN + capabilities.paint(style, shown) + " ", MARGIN.length() + shown.length() + 1, text, painted);
    }

    private void hanging(String lead, int indent, String text, UnaryOperator<String> painted) {
        String before = lead;
        for (String line : TextWrapper.wrap(text, width() - indent)) {
            writer.println(before + painted.apply(line));
            before = " ".repeat(indent);
        }
        writer.flush();
    }
}
