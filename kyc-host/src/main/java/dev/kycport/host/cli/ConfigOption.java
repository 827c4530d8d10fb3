package dev.kycport.host.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which configuration a command goes by. */
final class ConfigOption {

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "The configuration. Without one: every provider that needs no settings or finds them in the"
                    + " environment, as DEEPVUE_CLIENT_ID, and a store in memory.")
    private Optional<Path> file = Optional.empty();

    Optional<Path> file() {
        return file;
    }
}
