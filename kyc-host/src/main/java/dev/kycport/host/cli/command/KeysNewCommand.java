package dev.kycport.host.cli.command;

import dev.kycport.host.cli.context.CliContext;
import dev.kycport.host.cli.context.ExitStatus;
import dev.kycport.ports.store.KeyFiles;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code kyc keys new}. */
@Command(
        name = "new",
        mixinStandardHelpOptions = true,
        description = "Makes a file with new keys that only its owner can read.",
        footer = {"", "Exit status: 0 made, 2 usage or key file."})
final class KeysNewCommand implements Callable<Integer> {

    private final CliContext cliContext;

    @Parameters(paramLabel = "FILE", description = "The key file.")
    private Path file = Path.of("");

    KeysNewCommand(CliContext cliContext) {
        this.cliContext = cliContext;
    }

    @Override
    public Integer call() {
        KeyFiles.Key key = KeyFilesLookup.find().create(file);
        cliContext.out().success(file + " holds new keys; " + key.id() + " seals identities from now on.");
        cliContext.out().text("Keep a copy apart from the database: whoever loses this file loses the identities.");
        return ExitStatus.OK.code();
    }
}
