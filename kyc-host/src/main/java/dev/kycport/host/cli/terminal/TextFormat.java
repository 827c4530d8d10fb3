package dev.kycport.host.cli.terminal;

import java.util.Locale;

/** Makes sentences of the phrases that reports are told in. */
public final class TextFormat {

    private TextFormat() {}

    public static String sentence(String phrase) {
        return phrase.substring(0, 1).toUpperCase(Locale.ROOT) + phrase.substring(1) + ".";
    }

    public static String count(long number, String thing) {
        return count(number, thing, thing + "s");
    }

    public static String count(long number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }
}
