package dev.kycport.app.config;

import dev.kycport.domain.Bounds;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Reads how an installation looks after itself, and how long it keeps what. */
final class KeepingReader {

    private static final String EVERY = "every";
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration TEN_YEARS = Duration.ofDays(3650);

    private KeepingReader() {}

    static KycConfig.UpkeepPart upkeep(Section section) {
        section.allowOnly(List.of(EVERY));
        KycConfig.UpkeepPart usual = KycConfig.UpkeepPart.USUAL;
        return new KycConfig.UpkeepPart(
                length(section, EVERY, Duration.ofSeconds(1), Duration.ofHours(1), usual.every()));
    }

    static KycConfig.RetentionPart retention(Section section) {
        section.allowOnly(List.of("live", "archived", "archive", EVERY));
        KycConfig.RetentionPart usual = KycConfig.RetentionPart.USUAL;
        return new KycConfig.RetentionPart(
                length(section, "live", DAY, TEN_YEARS, usual.live()),
                length(section, "archived", DAY, TEN_YEARS, usual.archived()),
                path(section, "archive", usual.archive()),
                length(section, EVERY, Duration.ofHours(1), Duration.ofDays(31), usual.every()));
    }

    private static Duration length(Section section, String key, Duration shortest, Duration longest, Duration usual) {
        Duration length =
                section.read(key, "a duration such as 30s", Reading::duration).orElse(usual);
        try {
            return Bounds.within(shortest, longest, key, length);
        } catch (IllegalArgumentException outside) {
            section.problem(key, "must be from " + shortest.toSeconds() + " s to " + longest.toSeconds() + " s");
            return usual;
        }
    }

    private static Path path(Section section, String key, Path usual) {
        try {
            return section.text(key).map(Path::of).orElse(usual);
        } catch (InvalidPathException malformed) {
            section.problem(key, "is not a path");
            return usual;
        }
    }
}
