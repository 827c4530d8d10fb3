package dev.kycport.host.cli;

import dev.kycport.ports.KeyFiles;
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

    private final Outside outside;

    @Parameters(paramLabel = "FILE", description = "The key file.")
    private Path file = Path.of("");

    KeysPrepareCommand(Outside outside) {
        this.outside = outside;
    }

    @Override
    public Integer call() {
        KeyFiles.Key key = Keys.files().prepare(file);
        outside.out().good(key.id() + " is prepared: it opens, and does not seal yet.");
        outside.out().text("Start every node with this file, and then: kyc keys rotate " + file);
        return ExitStatus.FINE.number();
    }
}
