package dev.kycport.host.cli;

/** The signs that lead a line, and what stands for them where only ASCII can be shown. */
enum Mark {
    GOOD("\u2713", "+"),
    BAD("\u2717", "x"),
    QUESTION("?", "?"),
    MEANWHILE("\u250A", "|"),
    ARROW("\u2192", "->"),
    RULE("\u2500", "-"),
    HIDDEN("\u2022", "*");

    private final String sign;
    private final String ascii;

    Mark(String sign, String ascii) {
        this.sign = sign;
        this.ascii = ascii;
    }

    String in(Look look) {
        return look.unicode() ? sign : ascii;
    }
}
