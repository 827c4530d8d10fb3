package dev.kycport.host.cli;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Tells days and times as people read them, in one time zone. */
final class Calendar {

    private final ZoneId zone;
    private final DateTimeFormatter moment;

    Calendar(ZoneId zone) {
        this.zone = zone;
        this.moment = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm:ss", Locale.ENGLISH)
                .withZone(zone);
    }

    String moment(Instant at) {
        return moment.format(at);
    }

    String zone() {
        return zone.getId();
    }
}
