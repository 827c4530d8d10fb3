package dev.kycport.app.config;

import dev.kycport.domain.Bounds;
import dev.kycport.ports.spi.EvidenceVerifierFactory;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reads the settings of the background tasks, of the retention and of signed documents. */
final class MaintenanceConfigReader {

    private static final String INTERVAL = "interval";
    private static final String SIGNERS = "signers";
    private static final String ARCHIVE = "archive";
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration TEN_YEARS = Duration.ofDays(3650);

    private MaintenanceConfigReader() {}

    static KycConfig.MaintenancePart maintenance(Section section) {
        section.allowOnly(List.of(INTERVAL));
        KycConfig.MaintenancePart defaults = KycConfig.MaintenancePart.DEFAULT;
        return new KycConfig.MaintenancePart(
                boundedDuration(section, INTERVAL, Duration.ofSeconds(1), Duration.ofHours(1), defaults.interval()));
    }

    static KycConfig.RetentionPart retention(Section section) {
        section.rejectRenamed("every", INTERVAL);
        section.allowOnly(List.of("live", "archived", ARCHIVE, INTERVAL));
        KycConfig.RetentionPart defaults = KycConfig.RetentionPart.DEFAULT;
        return new KycConfig.RetentionPart(
                boundedDuration(section, "live", DAY, TEN_YEARS, defaults.live()),
                boundedDuration(section, "archived", DAY, TEN_YEARS, defaults.archived()),
                path(section, ARCHIVE, defaults.archive()),
                boundedDuration(section, INTERVAL, Duration.ofHours(1), Duration.ofDays(31), defaults.purgeInterval()));
    }

    static KycConfig.EvidencePart evidence(Section section, List<EvidenceVerifierFactory> factories) {
        section.allowOnly(List.of(SIGNERS));
        if (section.has(SIGNERS) && factories.isEmpty()) {
            section.addProblem(SIGNERS, "needs adapter-uidai on the class path");
        }
        return new KycConfig.EvidencePart(optionalPath(section, SIGNERS), factories);
    }

    /** A node of several has no folder of its own that outlasts it: somebody has to choose one. */
    static void requireArchive(Section section) {
        if (!section.has(ARCHIVE)) {
            section.addProblem(
                    ARCHIVE,
                    "is missing; under profile = production a store that several nodes share needs the folder for purged"
                            + " sessions, outside the working directory, and in the backup");
        }
    }

    private static Duration boundedDuration(
            Section section, String key, Duration shortest, Duration longest, Duration defaults) {
        Duration value = section.read(key, "a duration such as 30s", ConfigValueParser::duration)
                .orElse(defaults);
        try {
            return Bounds.requireWithin(shortest, longest, key, value);
        } catch (IllegalArgumentException outside) {
            section.addProblem(key, "must be from " + shortest.toSeconds() + " s to " + longest.toSeconds() + " s");
            return defaults;
        }
    }

    private static Path path(Section section, String key, Path defaults) {
        return optionalPath(section, key).orElse(defaults);
    }

    private static Optional<Path> optionalPath(Section section, String key) {
        try {
            return section.text(key).map(Path::of);
        } catch (InvalidPathException malformed) {
            section.addProblem(key, "is not a path");
            return Optional.empty();
        }
    }
}
