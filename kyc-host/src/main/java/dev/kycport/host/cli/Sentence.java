package dev.kycport.host.cli;

import java.util.Locale;

/** Makes sentences of the phrases that reports are told in. */
final class Sentence {

    private Sentence() {}

    static String of(String phrase) {
        return phrase.substring(0, 1).toUpperCase(Locale.ROOT) + phrase.substring(1) + ".";
    }

    static String count(int number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }
}
