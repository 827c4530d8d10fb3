package dev.kycport.host.cli.terminal;

/** The signs that lead a line, and what stands for them where only ASCII can be shown. */
public enum Symbol {
    SUCCESS("\u2713", "+"),
    FAILURE("\u2717", "x"),
    QUESTION("?", "?"),
    ASIDE("\u250A", "|"),
    ARROW("\u2192", "->"),
    RULE("\u2500", "-"),
    MASK("\u2022", "*");

    private final String unicode;
    private final String ascii;

    Symbol(String sign, String ascii) {
        this.unicode = sign;
        this.ascii = ascii;
    }

    public String text(TerminalCapabilities terminalCapabilities) {
        return terminalCapabilities.unicode() ? unicode : ascii;
    }
}
