package dev.kycport.host.cli.command;

import dev.kycport.host.cli.context.CliContext;
import dev.kycport.host.cli.context.ExitStatus;
import dev.kycport.ports.store.KeyFiles;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code kyc keys prepare}. */
@Command(
        name = "prepare",
        mixinStandardHelpOptions = true,
        description =
                "Adds a key that opens what is sealed under it but does not seal yet. With several nodes give all of them this file and restart them before you rotate.",
        footer = {"", "Exit status: 0 prepared, 2 usage or key file."})
final class KeysPrepareCommand implements Callable<Integer> {

    private final CliContext cliContext;

    @Parameters(paramLabel = "FILE", description = "The key file.")
    private Path file = Path.of("");

    KeysPrepareCommand(CliContext cliContext) {
        this.cliContext = cliContext;
    }

    @Override
    public Integer call() {
        KeyFiles.Key key = KeyFilesLookup.find().prepare(file);
        cliContext.out().success(key.id() + " is prepared: it opens, and does not seal yet.");
        cliContext.out().text("Start every node with this file, and then: kyc keys rotate " + file);
        return ExitStatus.OK.code();
    }
}
