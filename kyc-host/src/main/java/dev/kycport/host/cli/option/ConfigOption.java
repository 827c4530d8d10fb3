package dev.kycport.host.cli.option;

import dev.kycport.host.cli.context.AdminStore;
import dev.kycport.host.cli.context.CliConfiguration;
import dev.kycport.host.cli.context.CliContext;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The configuration file of a command. */
public final class ConfigOption {

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "The configuration file. Without it: every provider that needs no settings or has them in the"
                    + " environment (such as DEEPVUE_CLIENT_ID), and the store KYC_STORE_URL, by default "
                    + CliConfiguration.DEFAULT_STORE + ".")
    private Optional<Path> file = Optional.empty();

    /**
     * Loads the configuration, and prints its warnings to standard error.
     *
     * @throws dev.kycport.app.config.KycConfigException if the configuration is invalid
     */
    public CliConfiguration load(CliContext context) {
        return warn(CliConfiguration.load(file, context.environment()), context);
    }

    /**
     * Opens the store of the configuration; which must exist.
     *
     * @throws dev.kycport.app.config.KycConfigException if the configuration is invalid
     * @throws dev.kycport.ports.store.StoreUnavailableException if the store cannot be opened, or is in memory
     */
    public AdminStore openStore(CliContext context) {
        return AdminStore.open(warn(CliConfiguration.loadExistingStore(file, context.environment()), context)
                .config());
    }

    private static CliConfiguration warn(CliConfiguration configuration, CliContext context) {
        configuration.config().warnings().forEach(context.err()::message);
        return configuration;
    }
}
