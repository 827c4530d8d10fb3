package dev.kycport.host.cli.terminal;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Formats sentences, counts and times for people. */
public final class TextFormat {

    private TextFormat() {}

    /** The phrase with a capital letter and a full stop. */
    public static String sentence(String phrase) {
        return phrase.substring(0, 1).toUpperCase(Locale.ROOT) + phrase.substring(1) + ".";
    }

    public static String count(long number, String singular) {
        return count(number, singular, singular + "s");
    }

    public static String count(long number, String singular, String plural) {
        return number + " " + (number == 1 ? singular : plural);
    }

    /** Date and time of day in that zone. */
    public static DateTimeFormatter timestamp(ZoneId zone) {
        return DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm:ss", Locale.ENGLISH)
                .withZone(zone);
    }
}
