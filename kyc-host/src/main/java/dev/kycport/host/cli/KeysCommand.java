package dev.kycport.host.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code kyc keys}: the keys that identities are sealed with. */
@Command(
        name = "keys",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description =
                "Makes and rotates the keys that identities are sealed with. A process that runs keeps the keys that it"
                        + " started with.")
final class KeysCommand {

    private KeysCommand() {}

    static CommandLine line(Outside outside) {
        return new CommandLine(new KeysCommand())
                .addSubcommand(new KeysNewCommand(outside))
                .addSubcommand(new KeysListCommand(outside))
                .addSubcommand(new KeysPrepareCommand(outside))
                .addSubcommand(new KeysRotateCommand(outside))
                .addSubcommand(new KeysRetireCommand(outside));
    }
}
