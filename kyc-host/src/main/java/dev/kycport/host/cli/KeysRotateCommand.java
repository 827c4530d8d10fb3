package dev.kycport.host.cli;

import dev.kycport.ports.KeyFiles;
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

    private final Outside outside;

    @Parameters(paramLabel = "FILE", description = "The key file.")
    private Path file = Path.of("");

    KeysRotateCommand(Outside outside) {
        this.outside = outside;
    }

    @Override
    public Integer call() {
        KeyFiles.Key key = Keys.files().rotate(file);
        outside.out().good(key.id() + " seals identities from the next start on; the keys before it still open.");
        return ExitStatus.FINE.number();
    }
}
