package dev.kycport.host.cli;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.List;

/** Writes for people: a margin, aligned labels, one sign a line, coloured where colour shows. */
final class Terminal {

    private static final int WIDEST = 100;
    private static final int LABEL = 12;
    private static final String MARGIN = "  ";

    private final PrintWriter writer;
    private final Look look;

    Terminal(PrintWriter writer, Look look) {
        this.writer = writer;
        this.look = look;
    }

    /** One that shows nothing. */
    static Terminal nowhere() {
        return new Terminal(new PrintWriter(Writer.nullWriter()), Look.PLAIN);
    }

    Look look() {
        return look;
    }

    /** The output itself, for what is not for people. */
    PrintWriter writer() {
        return writer;
    }

    int width() {
        return Math.min(WIDEST, look.width());
    }

    void blank() {
        writer.println();
    }

    void heading(String text) {
        Wrapped.lines(text, width()).forEach(line -> writer.println(look.paint(Style.BOLD, line)));
    }

    /** A line across, with a title in it. */
    void chapter(String title) {
        String rule = Mark.RULE.in(look);
        String rest = rule.repeat(Math.max(0, Math.min(width(), 78) - title.length() - 4));
        writer.println(look.paint(Style.FAINT, rule.repeat(2)) + " " + look.paint(Style.BOLD, title) + " "
                + look.paint(Style.FAINT, rest));
    }

    void text(String text) {
        hanging(MARGIN, MARGIN.length(), text, List.of());
    }

    void fact(String label, String value) {
        String padded = label + " ".repeat(Math.max(1, LABEL - label.length()));
        hanging(MARGIN + look.paint(Style.FAINT, padded), MARGIN.length() + padded.length(), value, List.of());
    }

    void good(String text) {
        marked(Mark.GOOD, Style.GREEN, text, List.of());
    }

    void bad(String text) {
        marked(Mark.BAD, Style.RED, text, List.of());
    }

    /** What happens elsewhere in the meantime. */
    void meanwhile(String text) {
        marked(Mark.MEANWHILE, Style.YELLOW, text, List.of(Style.FAINT));
    }

    /** A line of a table. */
    void row(List<String> cells, List<Integer> widths, boolean header) {
        StringBuilder row = new StringBuilder(MARGIN);
        for (int i = 0; i < cells.size(); i++) {
            String cell = Wrapped.harmless(cells.get(i));
            row.append(cell).append(" ".repeat(Math.max(0, widths.get(i) - cell.length()) + 2));
        }
        String line = row.toString().stripTrailing();
        writer.println(header ? look.paint(Style.FAINT, line) : line);
    }

    /** A question whose answer is to follow on the same line. */
    void ask(String prompt) {
        writer.print(MARGIN + look.paint(Style.CYAN, Mark.QUESTION.in(look)) + " " + prompt + " ");
        writer.flush();
    }

    /** What was typed behind a question, where nobody types. */
    void typed(String text) {
        writer.println(look.paint(Style.BOLD, text));
    }

    /** A message of the program rather than of the story. */
    void message(String text) {
        text.lines()
                .forEach(line -> writer.println("kyc: " + String.join(" ", Wrapped.lines(line, Integer.MAX_VALUE))));
        writer.flush();
    }

    void flush() {
        writer.flush();
    }

    private void marked(Mark mark, Style sign, String text, List<Style> words) {
        String shown = mark.in(look);
        hanging(MARGIN + look.paint(sign, shown) + " ", MARGIN.length() + shown.length() + 1, text, words);
    }

    private void hanging(String lead, int indent, String text, List<Style> styles) {
        String before = lead;
        for (String line : Wrapped.lines(text, width() - indent)) {
            String painted = line;
            for (Style style : styles) {
                painted = look.paint(style, painted);
            }
            writer.println(before + painted);
            before = " ".repeat(indent);
        }
        writer.flush();
    }
}
