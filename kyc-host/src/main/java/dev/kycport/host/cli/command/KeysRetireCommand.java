package dev.kycport.host.cli.command;

import dev.kycport.host.cli.context.AdminStore;
import dev.kycport.host.cli.context.CliContext;
import dev.kycport.host.cli.context.ExitStatus;
import dev.kycport.host.cli.option.ConfigOption;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code kyc keys retire}. */
@Command(
        name = "retire",
        mixinStandardHelpOptions = true,
        description = "Takes a key out of the file for good. Refused while the store holds anything sealed under it.",
        footer = {"", "Exit status: 0 retired, 2 usage, configuration, store or key file."})
final class KeysRetireCommand implements Callable<Integer> {

    private final CliContext cliContext;

    @Parameters(index = "0", paramLabel = "FILE", description = "The key file.")
    private Path file = Path.of("");

    @Parameters(index = "1", paramLabel = "ID", description = "The key, as kyc keys list tells it.")
    private String id = "";

    @Mixin
    private ConfigOption config = new ConfigOption();

    KeysRetireCommand(CliContext cliContext) {
        this.cliContext = cliContext;
    }

    @Override
    public Integer call() {
        try (AdminStore store = config.openStore(cliContext)) {
            KeyFilesLookup.find().retire(file, id, store.keyUsage());
        }
        cliContext
                .out()
                .success(id + " is retired: nothing is sealed under it, and nothing sealed under it opens any more.");
        return ExitStatus.OK.code();
    }
}
