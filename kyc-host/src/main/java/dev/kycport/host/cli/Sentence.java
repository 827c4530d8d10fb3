package dev.kycport.host.cli;

import java.util.Locale;

/** Makes sentences of the phrases that reports are told in. */
final class Sentence {

    private Sentence() {}

    static String of(String phrase) {
        return phrase.substring(0, 1).toUpperCase(Locale.ROOT) + phrase.substring(1) + ".";
    }

    static String count(long number, String thing) {
        return counted(number, thing, thing + "s");
    }

    static String counted(long number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }
}
