package dev.kycport.host.cli.command;

import dev.kycport.host.cli.context.CliContext;
import dev.kycport.host.cli.context.ExitStatus;
import dev.kycport.ports.store.KeyFiles;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code kyc keys rotate}. */
@Command(
        name = "rotate",
        mixinStandardHelpOptions = true,
        description =
                "Seals with the key that was prepared, or with a new one, from the next start on. The keys before it stay.",
        footer = {"", "Exit status: 0 rotated, 2 usage or key file."})
final class KeysRotateCommand implements Callable<Integer> {

    private final CliContext cliContext;

    @Parameters(paramLabel = "FILE", description = "The key file.")
    private Path file = Path.of("");

    KeysRotateCommand(CliContext cliContext) {
        this.cliContext = cliContext;
    }

    @Override
    public Integer call() {
        KeyFiles.Key key = KeyFilesLookup.find().rotate(file);
        cliContext.out().success(key.id() + " seals identities from the next start on; the keys before it still open.");
        return ExitStatus.OK.code();
    }
}
