package dev.kycport.host.cli.terminal;

/** A symbol in Unicode, and its substitute in ASCII. */
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

    Symbol(String unicode, String ascii) {
        this.unicode = unicode;
        this.ascii = ascii;
    }

    public String text(TerminalCapabilities capabilities) {
        return capabilities.unicode() ? unicode : ascii;
    }
}
