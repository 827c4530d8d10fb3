package dev.kycport.host.cli.terminal;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Tells days and times as people read them, in one time zone. */
public final class TimeFormat {

    private final ZoneId zone;
    private final DateTimeFormatter formatter;

    public TimeFormat(ZoneId zone) {
        this.zone = zone;
        this.formatter = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm:ss", Locale.ENGLISH)
                .withZone(zone);
    }

    public String format(Instant at) {
        return formatter.format(at);
    }

    public String zone() {
        return zone.getId();
    }
}
