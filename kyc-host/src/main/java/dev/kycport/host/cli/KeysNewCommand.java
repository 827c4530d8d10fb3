package dev.kycport.host.cli;

import dev.kycport.ports.KeyFiles;
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

    private final Outside outside;

    @Parameters(paramLabel = "FILE", description = "The key file.")
    private Path file = Path.of("");

    KeysNewCommand(Outside outside) {
        this.outside = outside;
    }

    @Override
    public Integer call() {
        KeyFiles.Key key = Keys.files().make(file);
        outside.out().good(file + " holds new keys; " + key.id() + " seals identities from now on.");
        outside.out().text("Keep a copy apart from the database: whoever loses this file loses the identities.");
        return ExitStatus.FINE.number();
    }
}
