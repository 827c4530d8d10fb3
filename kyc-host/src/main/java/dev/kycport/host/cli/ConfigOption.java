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
                    + " environment, as DEEPVUE_CLIENT_ID, and the store in KYC_STORE_URL or else "
                    + Installation.USUAL_STORE + ".")
    private Optional<Path> file = Optional.empty();

    Optional<Path> file() {
        return file;
    }

    /**
     * The store that it names, opened; the usual one only if it is there.
     *
     * @throws dev.kycport.app.config.KycConfigException if it cannot be used
     * @throws dev.kycport.ports.StoreUnavailableException if the store cannot be opened, or keeps nothing
     */
    LastingStore store(Outside outside) {
        return LastingStore.open(
                Installation.loadToKeep(file, outside.environment()).config());
    }
}
