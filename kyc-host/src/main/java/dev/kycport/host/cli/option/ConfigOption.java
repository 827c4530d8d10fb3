package dev.kycport.host.cli.option;

import dev.kycport.host.cli.context.AdminStore;
import dev.kycport.host.cli.context.CliConfiguration;
import dev.kycport.host.cli.context.CliContext;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which configuration a command goes by. */
public final class ConfigOption {

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "The configuration. Without one: every provider that needs no settings or finds them in the"
                    + " environment, as DEEPVUE_CLIENT_ID, and the store in KYC_STORE_URL or else "
                    + CliConfiguration.DEFAULT_STORE + ".")
    private Optional<Path> file = Optional.empty();

    public Optional<Path> file() {
        return file;
    }

    /**
     * The store that it names, opened; the usual one only if it is there.
     *
     * @throws dev.kycport.app.config.KycConfigException if it cannot be used
     * @throws dev.kycport.ports.store.StoreUnavailableException if the store cannot be opened, or keeps nothing
     */
    public AdminStore openStore(CliContext cliContext) {
        return AdminStore.open(CliConfiguration.loadExistingStore(file, cliContext.environment())
                .config());
    }
}
