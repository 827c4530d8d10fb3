package dev.kycport.host.cli.terminal;

/** How a word stands out, by its ANSI number (ECMA-48, 8.3.117). */
enum Style {
    BOLD(1),
    FAINT(2),
    RED(31),
    GREEN(32),
    YELLOW(33),
    CYAN(36);

    private final int code;

    Style(int number) {
        this.code = number;
    }

    String paint(String text) {
        return "\u001B[" + code + "m" + text + "\u001B[0m";
    }
}
